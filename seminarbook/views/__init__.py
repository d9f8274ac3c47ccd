"""Series → plain values (Table, Chart, Card, PersonList) that draw nothing."""
