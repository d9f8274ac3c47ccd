"""What the commands for authors share: changes that are tried on a copy, and made whole or not
at all."""
