package dev.hemstitch.ads.internal.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the bytes of a document into characters: by its byte order mark, its first bytes, or what it declares. */
final class XmlEncoding {
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /** A declaration that starts later than this is not looked for. */
    private static final int MOST_SNIFFED = 512;

    private XmlEncoding() {}

    /**
     * A document's characters.
     *
     * @param text the characters, without byte order mark
     * @param replaced whether some bytes were not of the encoding
     */
    record Decoded(String text, boolean replaced) {}

    static Decoded decode(byte[] bytes) throws XmlException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0x00, '<')) {
            return decode(bytes, bytes[0] == 0 ? 0 : 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0x00)) {
            return decode(bytes, bytes[0] == '<' ? 0 : 2, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, 0, declared(bytes));
    }

    /** Only encodings that read ASCII as ASCII: the declaration could be read without knowing it. */
    private static Charset declared(byte[] bytes) throws XmlException {
        String start = new String(bytes, 0, Math.min(bytes.length, MOST_SNIFFED), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("utf") || name.equals("us-ascii") || name.equals("ascii")) {
            // Also "utf-16" in a text that is visibly not: it was converted on its way and not told.
            return StandardCharsets.UTF_8;
        }
        boolean known = name.startsWith("iso-8859-") || name.startsWith("windows-125") || name.startsWith("cp125");
        if (name.equals("latin1")) {
            return StandardCharsets.ISO_8859_1;
        }
        if (!known || !Charset.isSupported(name)) {
            int line = 1
                    + (int) start.substring(0, matcher.start(1))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            int column = matcher.start(1) - start.lastIndexOf('\n', matcher.start(1));
            throw new XmlException("the encoding " + matcher.group(1) + " is not supported", line, column);
        }
        return Charset.forName(name);
    }

    private static Decoded decode(byte[] bytes, int from, Charset charset) {
        ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            CharBuffer strict = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(input);
            return new Decoded(strict.toString(), false);
        } catch (CharacterCodingException e) {
            return new Decoded(new String(bytes, from, bytes.length - from, charset), true);
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
