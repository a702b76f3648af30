"""Everything a person sees: Qt Widgets views fed with plain frozen view data."""
