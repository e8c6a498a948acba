"""What the people of an office ask of the service, one function a sentence; the store keeps all of it."""
