package dev.hemstitch.examples.cli;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** URIs of local files, also as people write them: with spaces, brackets or stray percent signs. */
final class LocalUris {
    private LocalUris() {}

    /** The absolute file URI of a path; of a folder it ends with a slash. */
    static String of(Path path) {
        return path.toAbsolutePath().normalize().toUri().toString();
    }

    /** A file URI written as {@link #of} writes it, with its query, which may define variables of a playlist. */
    static String normalized(String uri) {
        String reference = before(uri, '#');
        return of(toPath(uri)) + reference.substring(before(reference, '?').length());
    }

    /** The path of a file URI; its query and fragment are no part of a file's name. */
    static Path toPath(String uri) {
        String rest = before(before(uri, '#'), '?');
        rest = rest.substring(rest.indexOf(':') + 1);
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            rest = slash < 0 ? "/" : rest.substring(slash);
        }
        try {
            return Path.of(new URI("file", null, decode(rest), null));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new InvalidPathException(uri, "this is no URI of a file");
        }
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (isEscape(bytes, i)) {
                decoded.write(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '%'
                && at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }
}
