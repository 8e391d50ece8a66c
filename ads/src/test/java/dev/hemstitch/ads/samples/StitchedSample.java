package dev.hemstitch.ads.samples;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sample presentation with ads in it.
 *
 * @param result what the library returned
 * @param uri where the multivariant playlist stands
 * @param written all playlists of the output as bytes, by URI
 * @param expected what it must play
 */
record StitchedSample(VodResult result, String uri, Map<String, byte[]> written, ExpectedOutput expected) {

    static StitchedSample of(Samples samples, SampleKind kind, BreakPlan plan, SpliceMode mode, OutputPlace place) {
        Presentation content = samples.content(kind);
        OutputLocations locations = place.of(content, samples.elsewhere(kind));
        StitchOptions options = StitchOptions.DEFAULT.toBuilder().mode(mode).build();
        VodResult result = new VodStitcher(options)
                .stitch(
                        content,
                        plan.breaks().stream()
                                .map(asked -> asked.toBreak(name -> samples.ad(kind, name)))
                                .toList(),
                        locations);
        Map<String, byte[]> written = new LinkedHashMap<>();
        written.put(
                locations.multivariant(),
                PlaylistWriter.toBytes(result.multivariant().orElseThrow()));
        result.tracks().forEach(track -> written.put(track.uri(), PlaylistWriter.toBytes(track.playlist())));
        ExpectedOutput expected = new ExpectedOutput(
                samples.reference(kind, "content"),
                name -> samples.reference(kind, name),
                plan.breaks(),
                mode == SpliceMode.REPLACE);
        return new StitchedSample(result, locations.multivariant(), written, expected);
    }

    /** The output as the reference reader has it, from nothing but what was written. */
    ReferencePresentation read() {
        return ReferencePresentation.read(uri, named -> {
            if (!written.containsKey(named)) {
                throw new AssertionError(named + " is named by " + uri + " but was not written: " + written.keySet());
            }
            return written.get(named);
        });
    }

    /** Writes all playlists to where they stand. */
    void writeFiles() {
        written.forEach((place, bytes) -> {
            try {
                Path file = Samples.path(place);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
