package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.Seam;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes the markers of breaks into Media Playlists, and takes markers out. Immutable and safe for use by several threads.
 *
 * <p>Markers stand at the segment boundary nearest to what they mark. What a dialect cannot say is not written: the length and
 * the end of {@link CueDialect#PLACEMENT_OPPORTUNITY}; a break that started before the first segment, in those that have no
 * marker for going on ({@link CueDialect#OATCLS}, {@link CueDialect#SPLICEPOINT}, {@link CueDialect#SCTE35_BARE}); a break
 * behind the end, in all but {@link CueDialect#DATERANGE}; a break that is over before the first segment, in all. Where a section is
 * needed, the break's own one is taken, else one is made, with the break's event id if that is a number of 32 bits, and else one
 * made of the break's id.
 */
public final class CueWriter {
    private final List<CueDialect> dialects;

    private CueWriter(List<CueDialect> dialects) {
        this.dialects = dialects;
    }

    /**
     * A writer.
     *
     * @param dialects how breaks are marked, in the order in which the lines shall stand; {@link CueDialect#ASSET} adds the
     *     variables of a break and signals none by itself
     * @return the writer
     * @throws IllegalArgumentException if there is no dialect, or one twice
     */
    public static CueWriter of(CueDialect... dialects) {
        List<CueDialect> list = List.of(dialects);
        if (list.isEmpty() || list.stream().distinct().count() < list.size()) {
            throw new IllegalArgumentException("a writer needs at least one dialect, each once");
        }
        return new CueWriter(list);
    }

    /**
     * Adds the markers of breaks to a playlist; those that are there stay.
     *
     * @param playlist the playlist; all its other lines stay byte for byte
     * @param breaks the breaks, on the timeline of this playlist
     * @return the playlist with markers
     * @throws IllegalArgumentException if EXT-X-DATERANGE is to be written for a break whose date neither the playlist nor
     *     the break tells
     */
    public MediaPlaylist write(MediaPlaylist playlist, List<SignalledBreak> breaks) {
        SortedMap<Integer, List<String>> lines = new MarkedBoundaries(playlist, dialects).lines(breaks);
        int count = playlist.segments().size();
        MediaPlaylistBuilder builder = playlist.toEmptyBuilder();
        int from = 0;
        Seam seam = Seam.NONE;
        for (Map.Entry<Integer, List<String>> entry : lines.entrySet()) {
            int boundary = entry.getKey();
            builder.addSegments(playlist, from, boundary, seam, DateShift.NONE);
            from = boundary;
            seam = Seam.NONE;
            for (String line : entry.getValue()) {
                if (boundary == count) {
                    builder.addTrailingLine(line);
                } else {
                    seam = seam.with(line);
                }
            }
        }
        return builder.addSegments(playlist, from, count, seam, DateShift.NONE).build();
    }

    /**
     * A playlist without markers: all tags of all dialects, and all EXT-X-DATERANGE of an ID that has SCTE35-OUT, SCTE35-IN or
     * SCTE35-CMD anywhere.
     *
     * @param playlist the playlist; all its other lines stay byte for byte
     * @return the playlist without markers
     */
    public static MediaPlaylist strip(MediaPlaylist playlist) {
        return CueRemoval.from(playlist);
    }
}
