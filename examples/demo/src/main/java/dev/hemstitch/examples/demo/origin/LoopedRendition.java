package dev.hemstitch.examples.demo.origin;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rendition of the sample that the channel repeats.
 *
 * @param folder where its files are
 * @param map the name of its initialization section; absent for subtitles
 * @param segmentNames the names of its segments
 * @param microseconds how long each segment lasts, together exactly one loop
 * @param startMicroseconds when each segment starts in the loop
 */
record LoopedRendition(
        Path folder,
        Optional<String> map,
        List<String> segmentNames,
        List<Long> microseconds,
        List<Long> startMicroseconds) {
    LoopedRendition {
        segmentNames = List.copyOf(segmentNames);
        microseconds = List.copyOf(microseconds);
        startMicroseconds = List.copyOf(startMicroseconds);
    }

    static List<MediaSegment> segments(Path folder) throws IOException {
        byte[] text = Files.readAllBytes(folder.resolve("media.m3u8"));
        return ((MediaPlaylist) PlaylistParser.lenient().parse(text)).segments();
    }

    static LoopedRendition load(Path folder, long loopMicroseconds) throws IOException {
        List<MediaSegment> segments = segments(folder);
        List<Long> durations = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < segments.size(); i++) {
            // Sound is a whole number of AAC frames and a little longer than the picture. The next loop starts on time,
            // so that
            // dates and sums of durations stay together however long the channel runs.
            boolean isLast = i == segments.size() - 1;
            long duration = isLast ? loopMicroseconds - start : segments.get(i).durationNanos() / 1000;
            durations.add(duration);
            starts.add(start);
            start += duration;
        }
        return new LoopedRendition(
                folder,
                segments.get(0).map().map(map -> map.uri()),
                segments.stream().map(MediaSegment::uri).toList(),
                durations,
                starts);
    }
}
