package dev.hemstitch.core.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Makes a legal playlist legal but odd, or broken in a way that real playlists are. */
final class DirtyTexts {
    /** U+F800 to U+F8FF stand for the raw bytes 00 to FF until the text becomes bytes. */
    private static final int RAW_BYTE = 0xF800;

    private final Dice dice;
    private final List<String> lines;

    DirtyTexts(Dice dice, List<String> legal) {
        this.dice = dice;
        this.lines = new ArrayList<>(legal);
    }

    byte[] bytes() {
        for (int i = dice.between(1, 5); i > 0; i--) {
            spoil();
        }
        int style = dice.between(0, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (dice.chance(15)) {
            write("\uFEFF", bytes);
        }
        for (int i = 0; i < lines.size(); i++) {
            write(lines.get(i), bytes);
            boolean carriageReturn = style == 1 || (style == 2 && dice.chance(50));
            if (i < lines.size() - 1 || !dice.chance(25)) {
                write(carriageReturn ? "\r\n" : "\n", bytes);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream bytes) {
        text.codePoints().forEach(character -> {
            if (character >= RAW_BYTE && character <= RAW_BYTE + 0xFF) {
                bytes.write(character - RAW_BYTE);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void spoil() {
        switch (dice.between(0, 20)) {
            case 0 -> lines.add(0, dice.pick("", " ", "\t"));
            case 1 -> tags(30, line -> line.replaceFirst(":", dice.pick(": ", ":  ", ":\t")));
            case 2 -> attributes(50, (name, value) -> dice.chance(50) ? " " + name + "=" + value : name + "=" + value);
            case 3 -> tags(30, line -> line + dice.pick(" ", "  ", "\t"));
            case 4 -> attributes(20, this::swapQuotes);
            case 5 ->
                attributes(10, (name, value) -> name + "=" + value + "," + name + "=" + dice.pick("OTHER", "\"x\""));
            case 6 -> attributes(50, this::lowerCaseHexadecimal);
            case 7 -> attributes(10, (name, value) -> name + "=" + value + "," + unknownAttribute());
            case 8 -> insert("#EXT-X-ENDLIST");
            case 9 -> move("#EXT-X-TARGETDURATION");
            case 10 -> lines.removeIf(line -> line.startsWith("#EXTINF") && dice.chance(20));
            case 11 -> tags(20, DirtyTexts::withoutLastComma);
            case 12 -> tags(20, this::oddExtinf);
            case 13 -> uris(20, this::oddUri);
            case 14 -> insert(oddTag());
            case 15 -> insert(dice.pick("#ext-x-endlist", "", " ", "\t", "# caf" + raw(0xE9), "#EXTREME", "#EXT"));
            case 16 -> tags(30, this::oddDate);
            case 17 -> insertBeforeUri(raw(dice.between(0x80, 0xFF)));
            case 18 -> insert(dice.pick("#EXT-X-TARGETDURATION:99", "#EXT-X-VERSION:3", "#EXT-X-INDEPENDENT-SEGMENTS"));
            case 19 -> lines.removeIf(line -> line.startsWith("#EXT-X-TARGETDURATION") && dice.chance(30));
            default -> tags(30, this::oddMap);
        }
    }

    private static String raw(int value) {
        return Character.toString(RAW_BYTE + value);
    }

    private void tags(int percent, UnaryOperator<String> change) {
        lines.replaceAll(line -> ReferenceLines.isTag(line) && dice.chance(percent) ? change.apply(line) : line);
    }

    private void uris(int percent, UnaryOperator<String> change) {
        lines.replaceAll(line -> ReferenceLines.isUri(line) && dice.chance(percent) ? change.apply(line) : line);
    }

    private interface AttributeChange {
        String changed(String name, String value);
    }

    /** Changes the attributes of tags that have an attribute list of the specification. */
    private void attributes(int percent, AttributeChange change) {
        tags(percent, line -> {
            ReferenceAttributes attributes = ReferenceAttributes.of(ReferenceLines.tagValue(line));
            if (attributes.raw().isEmpty() || line.startsWith("#EXTINF") || line.startsWith("#EXT-X-CUE-OUT")) {
                return line;
            }
            List<String> changed = new ArrayList<>();
            attributes.raw().forEach((name, value) -> changed.add(change.changed(name, value)));
            return "#" + ReferenceLines.tagName(line) + ":" + String.join(",", changed);
        });
    }

    private String swapQuotes(String name, String value) {
        if (dice.chance(50)) {
            return name + "=" + value;
        }
        if (!value.startsWith("\"")) {
            return name + "=\"" + value + "\"";
        }
        return name + "=" + (value.contains(",") ? value : value.substring(1, value.length() - 1));
    }

    private String lowerCaseHexadecimal(String name, String value) {
        return name + "=" + (value.startsWith("0x") ? value.toLowerCase(Locale.ROOT) : value);
    }

    private String unknownAttribute() {
        return dice.pick(
                "keyid=0x12", "Name=\"x, y\"", "PROGRAM-ID=1", "=", "", "NOVALUE", "A B=1", "EMPTY=", "Q=\"\"");
    }

    private static String withoutLastComma(String line) {
        return line.startsWith("#EXTINF") && line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    private String oddExtinf(String line) {
        return line.startsWith("#EXTINF") ? line.substring(0, line.indexOf(':') + 1) + oddDuration() : line;
    }

    private String oddDuration() {
        return dice.pick(
                "-1,",
                "-1 tvg-id=\"a.b\" tvg-logo=\"https://x.example/l.png\" group-title=\"News\",Name",
                "6.00000,\t",
                "0,",
                "6.0",
                "6.,",
                ".5,",
                "abc,",
                "1e1,",
                "6.123456789012,",
                ",title only",
                "",
                " 4.0 ,  spaced ",
                "4," + raw(0xC3) + "(");
    }

    private String oddUri(String uri) {
        return dice.pick(
                "with space/" + uri,
                "\u00FC\u00DF/" + uri,
                uri + "?q=\"quoted\"",
                "a:b/" + uri,
                "caf" + raw(0xE9) + "/" + uri,
                "..//.././" + uri,
                "\\windows\\" + uri,
                uri + "?" + "x".repeat(5_000));
    }

    private String oddTag() {
        return dice.pick(
                "#EXT-X-CUE-OUT-CONT: 8.308/30",
                "#EXT-X-CUE-OUT:\"60.000\"",
                "#EXT-X-CUE-IN:",
                "#EXT-X-ALLOW-CACHE:YES",
                "#EXT-X-DISCONTINUITY:x",
                "#EXT-X-KEY:URI=\"no-method\"",
                "#EXT-X-KEY:METHOD=SAMPLE-AES-CENC,URI=\"x\",KEYFORMAT=\"urn:x\",KEYID=0x12",
                "#EXT-X-MAP:BYTERANGE=\"5@0\"",
                "#EXT-X-DATERANGE:ID=\"odd\",SCTE35-OUT=\"0xFC00\"",
                "#EXT-X-BITRATE:x",
                "#EXT-X-PLAYLIST-TYPE:LIVE");
    }

    private String oddDate(String line) {
        Instant date = Instant.ofEpochSecond(dice.between(0L, 2_000_000_000L));
        return line.startsWith("#EXT-X-PROGRAM-DATE-TIME")
                ? "#EXT-X-PROGRAM-DATE-TIME:" + DateTexts.oddlySpelled(dice, date)
                : line;
    }

    private String oddMap(String line) {
        return line.startsWith("#EXT-X-MAP:") ? "#EXT-X-MAP:URI=\"init.mp4\",BYTERANGE=\"720\"" : line;
    }

    private void insert(String line) {
        lines.add(dice.between(1, lines.size()), line);
    }

    private void insertBeforeUri(String text) {
        uris(20, uri -> text + uri);
    }

    /** Puts the tag in question somewhere after the first line. */
    private void move(String prefix) {
        List<String> moved =
                lines.stream().filter(line -> line.startsWith(prefix)).toList();
        lines.removeAll(moved);
        moved.forEach(this::insert);
    }
}
