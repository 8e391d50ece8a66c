package dev.hemstitch.ads.scte35;

import java.util.Optional;

/** What this room throws, and all that it throws, when a section cannot be read. */
public final class Scte35Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The stable code of the problem. */
    private final Scte35ErrorCode code;

    /** Where it is. */
    private final int offset;

    private final transient Optional<EncryptedSection> encrypted;

    Scte35Exception(Scte35ErrorCode code, int offset, String message) {
        this(code, offset, message, Optional.empty());
    }

    Scte35Exception(Scte35ErrorCode code, int offset, String message, Optional<EncryptedSection> encrypted) {
        super(message + " (" + code + ")");
        this.code = code;
        this.offset = offset;
        this.encrypted = encrypted;
    }

    /** {@return the stable code of the problem} */
    public Scte35ErrorCode code() {
        return code;
    }

    /** {@return where it is, from 0: a byte of the section, or for {@code NOT_BASE64_NOR_HEX} a character of the text} */
    public int offset() {
        return offset;
    }

    /** {@return what of an encrypted section is in the clear; empty for all other problems} */
    public Optional<EncryptedSection> encrypted() {
        return encrypted;
    }
}
