package dev.hemstitch.ads.stitch;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import java.util.List;
import java.util.Optional;

/**
 * Content made ready to be planned for one viewer after another: what is the same for all of them is found out once. It
 * remembers, too, what it found out of each ad: keep it as long as the content, and use an ad's presentation again.
 *
 * <p>Safe for use by several threads.
 */
public final class PreparedContent {
    /** The most ads that are remembered; then those that were not used for longest are forgotten. */
    public static final int MOST_ADS = 1_000;

    private final Presentation presentation;
    private final StitchOptions options;
    private final List<Boundaries> boundaries;
    private final boolean hasEmptyTrack;
    private final boolean isIncomplete;
    private final Optional<KeptDates> keptDates;

    /** By identity: comparing the texts of presentations would cost more than preparing them. */
    private final Cache<Presentation, AdPreparation.Outcome> ads =
            CacheBuilder.newBuilder().weakKeys().maximumSize(MOST_ADS).build();

    /**
     * Makes content ready.
     *
     * @param presentation the content
     * @param options how to splice
     */
    public PreparedContent(Presentation presentation, StitchOptions options) {
        this.presentation = presentation;
        this.options = options;
        this.boundaries = presentation.tracks().stream()
                .map(track -> new Boundaries(track.playlist()))
                .toList();
        this.hasEmptyTrack = boundaries.stream().anyMatch(track -> track.count() == 0);
        this.isIncomplete = presentation.tracks().stream()
                .anyMatch(track -> track.playlist().skip().isPresent());
        this.keptDates = KeptDates.of(presentation, options);
    }

    /** {@return the content} */
    public Presentation presentation() {
        return presentation;
    }

    /** {@return how to splice} */
    public StitchOptions options() {
        return options;
    }

    /**
     * Decides what goes where for one viewer.
     *
     * @param breaks the breaks, in any order; several at one place play in the order given
     * @return the plan; what cannot be done is refused there, never thrown
     */
    public SplicePlan plan(List<AdBreak> breaks) {
        return new SplicePlanner(this).plan(breaks);
    }

    List<Boundaries> boundaries() {
        return boundaries;
    }

    /** The dates that content keeps where it is replaced; empty if it has none, or if they move. */
    Optional<KeptDates> keptDates() {
        return keptDates;
    }

    boolean hasEmptyTrack() {
        return hasEmptyTrack;
    }

    /** Whether segments are left out, so that nothing is known of times. */
    boolean isIncomplete() {
        return isIncomplete;
    }

    /** What the content's tracks get of an ad. */
    AdPreparation.Outcome ad(Presentation ad) {
        AdPreparation.Outcome known = ads.getIfPresent(ad);
        if (known == null) {
            known = AdPreparation.of(ad, presentation, options.filler());
            ads.put(ad, known);
        }
        return known;
    }
}
