"""What officers talk about: frozen values without input or output."""
