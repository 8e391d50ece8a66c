package dev.hemstitch.core.reference;

import java.util.List;

/** The lowest EXT-X-VERSION that a playlist may declare: section 8. */
final class VersionNeed {
    private VersionNeed() {}

    static int of(List<String> lines) {
        boolean iFramesOnly = lines.contains("#EXT-X-I-FRAMES-ONLY");
        return lines.stream()
                .filter(line -> !ReferenceLines.isComment(line))
                .mapToInt(line -> Math.max(line.contains("{$") ? 8 : 1, of(line, iFramesOnly)))
                .max()
                .orElse(1);
    }

    private static int of(String line, boolean iFramesOnly) {
        if (!ReferenceLines.isTag(line)) {
            return 1;
        }
        String value = ReferenceLines.tagValue(line);
        ReferenceAttributes attributes = ReferenceAttributes.of(value);
        return switch (ReferenceLines.tagName(line)) {
            case "EXTINF" -> value.substring(0, value.indexOf(',')).contains(".") ? 3 : 1;
            case "EXT-X-BYTERANGE", "EXT-X-I-FRAMES-ONLY" -> 4;
            case "EXT-X-KEY" -> ofKey(attributes);
            case "EXT-X-MAP" -> iFramesOnly ? 5 : 6;
            case "EXT-X-SKIP" -> attributes.raw().containsKey("RECENTLY-REMOVED-DATERANGES") ? 10 : 9;
            case "EXT-X-DEFINE" -> attributes.raw().containsKey("QUERYPARAM") ? 11 : 1;
            case "EXT-X-MEDIA" -> ofMedia(attributes);
            case "EXT-X-STREAM-INF", "EXT-X-I-FRAME-STREAM-INF" ->
                attributes.raw().keySet().stream().anyMatch(name -> name.startsWith("REQ-")) ? 12 : 1;
            default -> 1;
        };
    }

    private static int ofKey(ReferenceAttributes attributes) {
        boolean keyFormat =
                attributes.raw().containsKey("KEYFORMAT") || attributes.raw().containsKey("KEYFORMATVERSIONS");
        if (keyFormat || attributes.raw().containsValue("SAMPLE-AES")) {
            return 5;
        }
        return attributes.raw().containsKey("IV") ? 2 : 1;
    }

    private static int ofMedia(ReferenceAttributes attributes) {
        String instreamId = attributes.text("INSTREAM-ID").orElse("");
        if (!instreamId.isEmpty() && !attributes.raw().containsValue("CLOSED-CAPTIONS")) {
            return 13;
        }
        return instreamId.startsWith("SERVICE") ? 7 : 1;
    }
}
