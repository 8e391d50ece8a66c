package dev.hemstitch.core.properties;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.ByteRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.reference.EffectiveByteRange;
import dev.hemstitch.core.reference.EffectiveHeader;
import dev.hemstitch.core.reference.EffectiveKey;
import dev.hemstitch.core.reference.EffectiveMap;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceAttributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the library makes of a media playlist, in the words of the reference reader. */
final class LibraryReading {
    private final MediaPlaylist playlist;
    private final Variables variables;

    private LibraryReading(MediaPlaylist playlist, Variables variables) {
        this.playlist = playlist;
        this.variables = variables;
    }

    static EffectivePlaylist of(MediaPlaylist playlist, Variables variables) {
        return new LibraryReading(playlist, variables).playlist();
    }

    private EffectivePlaylist playlist() {
        List<EffectiveSegment> segments = new ArrayList<>();
        for (MediaSegment segment : playlist.segments()) {
            segments.add(segment(segments.size(), segment));
        }
        List<PlaylistLine> rest = new ArrayList<>(segments.isEmpty() ? playlist.header() : List.of());
        rest.addAll(playlist.trailer());
        return new EffectivePlaylist(
                header(),
                segments,
                rest.stream()
                        .filter(line -> line.kind() != PlaylistLine.Kind.BLANK)
                        .map(PlaylistLine::text)
                        .toList(),
                playlist.trailer().stream()
                        .filter(line -> line.tag().equals(Optional.of(HlsTag.DATERANGE)))
                        .map(line -> attributes(line.attributes().asMap()))
                        .toList(),
                tags(playlist.trailingParts()));
    }

    private EffectiveHeader header() {
        return new EffectiveHeader(
                number(playlist.version()),
                number(playlist.targetDuration()),
                number(playlist.mediaSequence()),
                number(playlist.discontinuitySequence()),
                playlist.playlistType().map(PlaylistType::value),
                playlist.endList(),
                playlist.independentSegments(),
                playlist.iFramesOnly(),
                playlist.start().map(LibraryReading::tag),
                playlist.serverControl().map(LibraryReading::tag),
                playlist.partInformation().map(LibraryReading::tag),
                playlist.skip().map(LibraryReading::tag),
                tags(playlist.variableDefinitions()),
                tags(playlist.preloadHints()),
                tags(playlist.renditionReports()));
    }

    private EffectiveSegment segment(int index, MediaSegment segment) {
        List<PlaylistLine> lines = new ArrayList<>(index == 0 ? playlist.header() : List.of());
        lines.addAll(segment.lines());
        return new EffectiveSegment(
                index,
                number(segment.mediaSequence()),
                number(segment.discontinuitySequence()),
                segment.isDiscontinuity(),
                segment.uri(),
                segment.durationSeconds().map(BigDecimal::toPlainString),
                segment.durationSeconds().orElse(BigDecimal.ZERO),
                segment.title(),
                segment.byteRange().map(LibraryReading::range),
                segment.keys().stream()
                        .map(key -> key(key, segment.initializationVector(key)))
                        .sorted(Comparator.comparing(EffectiveKey::keyFormat))
                        .toList(),
                segment.map().map(this::map),
                segment.bitrate().isPresent()
                        ? Optional.of(number(segment.bitrate().getAsLong()))
                        : Optional.empty(),
                segment.isGap(),
                segment.lines().stream()
                        .filter(line -> line.tag().equals(Optional.of(HlsTag.PROGRAM_DATE_TIME)))
                        .map(PlaylistLine::value)
                        .reduce((first, second) -> second),
                segment.programDateTime().map(OffsetDateTime::toInstant),
                tags(segment.dateRanges()),
                lines.stream()
                        .filter(LibraryReading::isUnknown)
                        .map(PlaylistLine::text)
                        .toList(),
                lines.stream()
                        .filter(line -> line.kind() == PlaylistLine.Kind.COMMENT)
                        .map(PlaylistLine::text)
                        .toList(),
                tags(segment.parts()),
                Map.of());
    }

    private static boolean isUnknown(PlaylistLine line) {
        return line.kind() == PlaylistLine.Kind.UNKNOWN_TAG
                || line.tag()
                        .filter(tag -> tag.scope() == TagScope.MULTIVARIANT)
                        .isPresent();
    }

    private EffectiveMap map(dev.hemstitch.core.model.InitializationSection section) {
        return new EffectiveMap(
                section.uri(),
                section.byterange().map(LibraryReading::range),
                section.keys().stream()
                        .map(key -> key(key, key.iv()))
                        .sorted(Comparator.comparing(EffectiveKey::keyFormat))
                        .toList());
    }

    private EffectiveKey key(Key key, Optional<String> iv) {
        return new EffectiveKey(
                key.method().value(),
                key.uri(),
                variables.substitute(key.keyFormat()),
                key.get(Key.KEYFORMATVERSIONS)
                        .map(versions -> variables.substitute(String.join("/", versions)))
                        .orElse("1"),
                iv.map(variables::substitute).flatMap(LibraryReading::digits));
    }

    private static Optional<String> digits(String iv) {
        String digits = iv.toUpperCase(Locale.ROOT);
        boolean readable = digits.startsWith("0X")
                && digits.length() > 2
                && digits.substring(2).chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
        return readable
                ? Optional.of("0".repeat(Math.max(0, 34 - digits.length())) + digits.substring(2))
                : Optional.empty();
    }

    private static EffectiveByteRange range(ByteRange range) {
        return new EffectiveByteRange(number(range.length()), Optional.of(number(range.offset())));
    }

    private static BigInteger number(long unsigned) {
        return new BigInteger(Long.toUnsignedString(unsigned));
    }

    static Optional<BigInteger> number(OptionalLong unsigned) {
        return unsigned.isPresent() ? Optional.of(number(unsigned.getAsLong())) : Optional.empty();
    }

    static List<ReferenceAttributes> tags(List<? extends AttributeTag> tags) {
        return tags.stream().map(LibraryReading::tag).toList();
    }

    static ReferenceAttributes tag(AttributeTag tag) {
        return attributes(tag.attributes().asMap());
    }

    private static ReferenceAttributes attributes(Map<String, ?> values) {
        Map<String, String> raw = new LinkedHashMap<>();
        values.forEach((name, value) -> raw.put(name, value.toString()));
        return new ReferenceAttributes(raw);
    }
}
