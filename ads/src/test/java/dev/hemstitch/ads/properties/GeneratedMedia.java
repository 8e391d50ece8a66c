package dev.hemstitch.ads.properties;

import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.reference.ReferenceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generated playlists, made complete and such that they can be an ad or have ads. */
final class GeneratedMedia {
    private static final String IMPORTED = "https://imp.example";

    private final String text;
    private final String uri;
    private List<EffectiveSegment> segments = List.of();

    private GeneratedMedia(String text, String uri) {
        this.text = text;
        this.uri = uri;
    }

    /** A playlist with segments and EXT-X-ENDLIST at its end; no delta update, no imported variable, as an ad no gap. */
    static Optional<GeneratedMedia> of(long seed, boolean ad) {
        List<String> lines = new ArrayList<>();
        PlaylistTexts.media(seed)
                .lines()
                .filter(line -> !line.startsWith("#EXT-X-ENDLIST") && !line.startsWith("#EXT-X-SKIP"))
                .filter(line -> !(ad && line.startsWith("#EXT-X-GAP")) && !line.contains("IMPORT=\"imported\""))
                .map(line -> line.replace("{$imported}", IMPORTED))
                .forEach(lines::add);
        lines.add("#EXT-X-ENDLIST");
        String host = ad ? "https://ads.example/" + seed + "/p/" : "https://origin.example/live/a(b).ism/";
        GeneratedMedia media = new GeneratedMedia(String.join("\n", lines) + "\n", host + "playlist.m3u8?token=tk-1");
        return media.firstUri().isEmpty() ? Optional.empty() : Optional.of(media);
    }

    String text() {
        return text;
    }

    String uri() {
        return uri;
    }

    /** The segments in effective terms, their URIs absolute. */
    List<EffectiveSegment> segments() {
        if (segments.isEmpty()) {
            segments = read();
        }
        return segments;
    }

    private List<EffectiveSegment> read() {
        return ReferenceReader.read(text, Map.of("token", "tk-1")).segments().stream()
                .map(segment -> segment.resolvedAgainst(uri))
                .toList();
    }

    /** Whether both are of one container and kind, as their texts say. */
    boolean fits(GeneratedMedia other) {
        return kind().equals(other.kind());
    }

    private String firstUri() {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }

    private String kind() {
        String first = firstUri();
        String container = text.contains("#EXT-X-MAP") ? "fmp4" : first.contains(".aac") ? "aac" : "ts";
        return container + text.contains("#EXT-X-I-FRAMES-ONLY");
    }
}
