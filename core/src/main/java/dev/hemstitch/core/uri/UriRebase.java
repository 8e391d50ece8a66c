package dev.hemstitch.core.uri;

import java.util.function.UnaryOperator;

/**
 * Rewrites the URI references of a playlist that moves, so that they resolve from its new place to what they resolved to
 * from the old one: {@code playlist.mapUris(new UriRebase(from, to))}. Absolute references stay, and so do relative ones
 * if only the playlist's name changes.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class UriRebase implements UnaryOperator<String> {
    private final String from;
    private final String to;
    private final boolean sameFolder;

    /**
     * A move.
     *
     * @param from the URI of the playlist that holds the references
     * @param to the URI that it will have
     */
    public UriRebase(String from, String to) {
        this.from = from;
        this.to = to;
        this.sameFolder = from.equals(to) || UriReferences.resolve(from, "x").equals(UriReferences.resolve(to, "x"));
    }

    /** {@return whether both places are the same, so that every reference stays} */
    public boolean isIdentity() {
        return from.equals(to);
    }

    /**
     * Rewrites a reference.
     *
     * @param reference the reference as it stands
     * @return the same target from the new place; relative where both places have the same scheme and authority
     */
    @Override
    public String apply(String reference) {
        boolean stays =
                isIdentity() || (sameFolder && !refersToItself(reference)) || UriReferences.isAbsolute(reference);
        return stays ? reference : harmless(UriReferences.relativize(to, UriReferences.resolve(from, reference)));
    }

    /** Whether a reference is a query or a fragment alone: it goes with the name of its playlist, not the folder. */
    private static boolean refersToItself(String reference) {
        return reference.isEmpty() || reference.charAt(0) == '?' || reference.charAt(0) == '#';
    }

    /**
     * Escapes what would end a quoted string or a line: the name of a folder may hold it.
     *
     * @param uri a URI
     * @return the URI with quotation marks, CR, LF and NUL percent-encoded
     */
    public static String harmless(String uri) {
        return uri.replace("\"", "%22")
                .replace("\n", "%0A")
                .replace("\r", "%0D")
                .replace("\0", "%00");
    }
}
