"""Make the bundled fonts: Debian packages in, the folder `fonts/` out."""
