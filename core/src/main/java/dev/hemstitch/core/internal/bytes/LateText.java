package dev.hemstitch.core.internal.bytes;

/**
 * Text whose length is known but that is rendered only where it is written, so that it is not copied twice. Immutable; only
 * this room implements it.
 */
public interface LateText {
    /** How many bytes it has. */
    int length();

    /** Writes all of it; gives the position behind it. */
    int copyTo(byte[] target, int position);
}
