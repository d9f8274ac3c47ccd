"""See a change in the browser as soon as it is saved. Nothing of it is ever published."""
