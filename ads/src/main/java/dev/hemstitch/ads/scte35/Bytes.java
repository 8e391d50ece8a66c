package dev.hemstitch.ads.scte35;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Some bytes, immutable; at most as many as a section has. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final String DIGITS = "0123456789ABCDEF";

    private final byte[] array;
    private final int offset;
    private final int size;

    private Bytes(byte[] array, int offset, int size) {
        this.array = array;
        this.offset = offset;
        this.size = size;
    }

    /**
     * A copy of bytes.
     *
     * @param bytes the bytes
     * @return the value
     */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), 0, bytes.length);
    }

    /**
     * The bytes of a text in UTF-8.
     *
     * @param text the text
     * @return the value
     */
    public static Bytes ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Bytes(bytes, 0, bytes.length);
    }

    /** A view; nobody changes the array any more. */
    static Bytes view(byte[] array, int offset, int size) {
        return size == 0 ? EMPTY : new Bytes(array, offset, size);
    }

    /** {@return how many there are} */
    public int size() {
        return size;
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * One of them.
     *
     * @param index from 0
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if there is none
     */
    public int at(int index) {
        return array[offset + Objects.checkIndex(index, size)] & 0xFF;
    }

    /**
     * Some of them.
     *
     * @param from index of the first
     * @param to index behind the last
     * @return the part
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return view(array, offset + from, to - from);
    }

    /** {@return a copy of them} */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + size);
    }

    /** {@return {@code 0x} and two upper-case digits for each, {@code 0x} alone for none} */
    public String toHex() {
        StringBuilder hex = new StringBuilder(2 + 2 * size).append("0x");
        for (int i = offset; i < offset + size; i++) {
            hex.append(DIGITS.charAt((array[i] >> 4) & 0xF)).append(DIGITS.charAt(array[i] & 0xF));
        }
        return hex.toString();
    }

    /** {@return them as a text, or empty if they are not UTF-8 or have control characters} */
    public Optional<String> toText() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(array, offset, size))
                    .toString();
            return Optional.of(text).filter(t -> t.chars().noneMatch(Character::isISOControl));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    void write(BitWriter out) {
        out.bytes(array, offset, size);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Bytes other
                && Arrays.equals(array, offset, offset + size, other.array, other.offset, other.offset + other.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + size; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** {@return as {@link #toHex}} */
    @Override
    public String toString() {
        return toHex();
    }
}
