package dev.hemstitch.benchmarks.contender;

import dev.hemstitch.benchmarks.workload.Ads;
import dev.hemstitch.benchmarks.workload.PlaylistFacts;
import dev.hemstitch.benchmarks.workload.Workload;
import java.util.List;

/** The contenders, by the names that benchmarks use. */
public enum Contenders {
    /** This library. */
    HEMSTITCH,
    /** {@code io.lindstrom:m3u8-parser}. */
    LINDSTROM,
    /** {@code com.iheartradio.m3u8:open-m3u8}. */
    OPEN_M3U8,
    /** Text, split into lines for each viewer. */
    LINE_SPLITTING,
    /** Lines that were split once. */
    KEPT_LINES;

    private static final Contender HEMSTITCH_CONTENDER = new HemstitchContender();
    private static final Contender LINDSTROM_CONTENDER = new LindstromContender();
    private static final Contender OPEN_M3U8_CONTENDER = new OpenM3u8Contender();
    private static final Contender LINE_SPLITTING_CONTENDER = new LineSplittingContender();
    private static final Contender KEPT_LINES_CONTENDER = new KeptLinesContender();

    /** {@return the contender, always the same one} */
    public Contender contender() {
        return switch (this) {
            case HEMSTITCH -> HEMSTITCH_CONTENDER;
            case LINDSTROM -> LINDSTROM_CONTENDER;
            case OPEN_M3U8 -> OPEN_M3U8_CONTENDER;
            case LINE_SPLITTING -> LINE_SPLITTING_CONTENDER;
            case KEPT_LINES -> KEPT_LINES_CONTENDER;
        };
    }

    /**
     * Reads the ads of a workload.
     *
     * @param workload the workload
     * @return the ads, kept
     */
    public List<Object> ads(Workload workload) {
        return workload.ads().stream()
                .map(PlaylistFacts::text)
                .map(contender()::keep)
                .toList();
    }

    /**
     * Reads the content and the ads of a workload.
     *
     * @param workload a Media Playlist
     * @return four breaks of one ad each
     */
    public Contender.Scene scene(Workload workload) {
        PlaylistFacts facts = workload.facts();
        return contender().scene(contender().keep(facts.text()), ads(workload), Ads.positions(facts.count()));
    }
}
