"""Persons and those who take part: matching, links, contacts, persons of other cases."""
