"""Code lists as data: one TOML file per list, its name the name that the declarations use."""
