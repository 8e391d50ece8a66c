package dev.hemstitch.core.properties;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The same playlist in another layout: what plays is the same. */
final class Relayout {
    private final Random random;
    private final boolean explicitRanges;
    private final boolean keysOnEach;
    private final boolean explicitIvs;
    private final boolean otherZone;
    private final StringBuilder text = new StringBuilder();
    private final String lineEnd;

    private Relayout(Playlist playlist, long seed) {
        this.random = new Random(seed);
        this.explicitRanges = random.nextBoolean();
        this.keysOnEach = random.nextBoolean();
        this.explicitIvs = keysOnEach && random.nextBoolean() && !hasMaps(playlist);
        this.otherZone = random.nextBoolean();
        this.lineEnd = random.nextBoolean() ? "\r\n" : "\n";
    }

    /** An initialization section that an implied vector does not reach could be encrypted with an explicit one. */
    private static boolean hasMaps(Playlist playlist) {
        return playlist instanceof MediaPlaylist media && media.segmentsHave(HlsTag.MAP);
    }

    static String of(Playlist playlist, long seed) {
        Relayout relayout = new Relayout(playlist, seed);
        if (playlist instanceof MediaPlaylist media) {
            media.header().forEach(relayout::line);
            media.segments().forEach(relayout::segment);
            media.trailer().forEach(relayout::line);
        } else {
            playlist.lines().forEach(relayout::line);
        }
        return relayout.text.toString();
    }

    private void segment(MediaSegment segment) {
        for (PlaylistLine line : segment.lines()) {
            if (line.kind() == PlaylistLine.Kind.URI && keysOnEach) {
                segment.keys().forEach(key -> write(keyLine(segment, key)));
            }
            boolean isRange = explicitRanges
                    && line.is(HlsTag.BYTERANGE)
                    && segment.byteRange().isPresent();
            if (isRange) {
                write("#EXT-X-BYTERANGE:" + segment.byteRange().get());
            } else {
                line(line);
            }
        }
    }

    private String keyLine(MediaSegment segment, Key key) {
        boolean explicit = explicitIvs && key.hasImplicitIv() && !key.method().equals(KeyMethod.NONE);
        return explicit
                ? key.toBuilder()
                        .set(Key.IV, segment.initializationVector(key).orElseThrow())
                        .build()
                        .line()
                : key.line();
    }

    private void line(PlaylistLine line) {
        if (random.nextInt(6) == 0) {
            write(random.nextBoolean() ? "" : "# a comment");
        }
        boolean hasAttributes =
                line.tag().filter(tag -> !tag.attributes().isEmpty()).isPresent();
        if (hasAttributes) {
            write("#" + line.tag().get().tagName() + ":" + shuffled(line.attributes()));
        } else if (line.is(HlsTag.PROGRAM_DATE_TIME) && otherZone) {
            write("#EXT-X-PROGRAM-DATE-TIME:"
                    + IsoDateTime.parse(line.value())
                            .map(date -> IsoDateTime.of(date.value().withOffsetSameInstant(ZoneOffset.ofHours(3)))
                                    .toString())
                            .orElse(line.value()));
        } else if (line.kind() == PlaylistLine.Kind.URI && random.nextInt(8) == 0) {
            write("  " + line.text() + " ");
        } else {
            write(line.text());
        }
    }

    private String shuffled(AttributeList attributes) {
        List<Map.Entry<String, AttributeValue>> entries =
                new ArrayList<>(attributes.asMap().entrySet());
        Collections.shuffle(entries, random);
        List<String> written = new ArrayList<>();
        entries.forEach(entry -> written.add(entry.getKey() + "=" + entry.getValue()));
        return String.join(random.nextInt(5) == 0 ? ", " : ",", written);
    }

    private void write(String line) {
        text.append(line).append(lineEnd);
    }
}
