"""Which packages a wheel holds: the three of the project, and resources/ inside the desktop's."""

from setuptools import find_packages, setup

PACKAGES = find_packages(include=["icjims_core*", "icjims_desktop*", "icjims_sync_server*"])

setup(
    packages=[*PACKAGES, "icjims_desktop.resources"],
    package_dir={"icjims_desktop.resources": "resources"},
)
