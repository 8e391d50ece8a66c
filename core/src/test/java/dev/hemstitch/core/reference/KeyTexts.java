package dev.hemstitch.core.reference;

import java.util.ArrayList;
import java.util.List;

/** KEY tags that rotate, end and come back, always one METHOD and one IV for all KEYFORMATs at a time. */
final class KeyTexts {
    private static final List<String> KEY_FORMATS = List.of(
            "identity",
            "com.apple.streamingkeydelivery",
            "urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed",
            "com.microsoft.playready");

    private final Dice dice;
    private final MediaShape shape;
    private final UriTexts uris;
    private final List<String> keyFormats;
    private int rotation;

    KeyTexts(Dice dice, MediaShape shape, UriTexts uris) {
        this.dice = dice;
        this.shape = shape;
        this.uris = uris;
        // The tags of a set never change their KEYFORMATs, so that a new set leaves none of the old ones in force.
        this.keyFormats = shape.plain() || dice.chance(50)
                ? List.of("")
                : dice.shuffled(KEY_FORMATS).subList(0, dice.between(1, 3));
    }

    /** The tags to stand before the next segment; mostly none. */
    List<String> next() {
        if (!shape.encrypted() || (rotation > 0 && dice.chance(75))) {
            return List.of();
        }
        rotation++;
        if (dice.chance(20)) {
            return List.of("#EXT-X-KEY:METHOD=NONE");
        }
        List<String> tags = new ArrayList<>();
        if (dice.chance(10)) {
            tags.add("#EXT-X-KEY:METHOD=NONE");
        }
        String method = method();
        String iv = initializationVector(method);
        keyFormats.forEach(keyFormat -> tags.add(dice.tag("EXT-X-KEY", attributes(method, iv, keyFormat))));
        return tags;
    }

    private String method() {
        if (shape.plain()) {
            return dice.pick("AES-128", "AES-128", "AES-256-GCM");
        }
        return shape.fragmented()
                ? dice.pick("AES-128", "SAMPLE-AES", "SAMPLE-AES", "SAMPLE-AES-CTR", "AES-256-GCM")
                : dice.pick("AES-128", "AES-128", "SAMPLE-AES", "AES-256-GCM");
    }

    /** Empty for none: forbidden with two methods, asked for where a map is encrypted as a whole. */
    private String initializationVector(String method) {
        if (method.equals("SAMPLE-AES-CTR") || method.equals("AES-256-GCM")) {
            return "";
        }
        boolean coversMap = (shape.fragmented() || shape.iFrames()) && method.equals("AES-128");
        int digits = dice.chance(90) ? 32 : dice.between(1, 31);
        return coversMap || dice.chance(40) ? dice.pick("0x", "0x", "0X") + dice.hexadecimal(digits) : "";
    }

    private List<String> attributes(String method, String iv, String keyFormat) {
        List<String> attributes = new ArrayList<>();
        attributes.add("METHOD=" + method);
        attributes.add("URI=\"" + uri(keyFormat) + "\"");
        if (!iv.isEmpty()) {
            attributes.add("IV=" + iv);
        }
        if (!keyFormat.isEmpty()) {
            attributes.add("KEYFORMAT=\"" + keyFormat + "\"");
            if (dice.chance(60)) {
                attributes.add("KEYFORMATVERSIONS=\"" + dice.pick("1", "1", "2", "1/2/5") + "\"");
            }
        }
        if (dice.chance(5)) {
            attributes.add(Words.unknownAttribute(dice));
        }
        return attributes;
    }

    private String uri(String keyFormat) {
        return switch (keyFormat) {
            case "com.apple.streamingkeydelivery" -> "skd://key" + rotation + "?id=" + dice.letters(8);
            case "", "identity" -> uris.uri("key" + rotation + ".bin");
            default -> "data:text/plain;charset=UTF-16;base64," + dice.letters(40);
        };
    }
}
