"""What keeps the service safe: each module one danger."""
