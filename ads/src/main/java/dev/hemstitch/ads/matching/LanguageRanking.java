package dev.hemstitch.ads.matching;

import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.Rendition;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ranks audio and subtitles: language (with it whether forced), container (the same before an unknown one), group, default, then channels and other traits; at last what the lines say, so that
 * order never counts.
 */
final class LanguageRanking {
    private LanguageRanking() {}

    static Comparator<TrackTraits> of(TrackTraits wanted) {
        Track track = wanted.track();
        return Comparator.<TrackTraits>comparingInt(candidate -> languageDistance(track, candidate.track()))
                .thenComparing(candidate -> differs(track, candidate.track(), Rendition::isForced))
                .thenComparing(candidate -> candidate.container() != wanted.container())
                .thenComparing(candidate -> differs(track, candidate.track(), Rendition::groupId))
                .thenComparing(candidate ->
                        candidate.track().rendition().map(Rendition::isDefault).orElse(false) ? 0 : 1)
                .thenComparing(candidate -> differs(track, candidate.track(), Rendition::channels))
                .thenComparing(candidate -> differs(track, candidate.track(), Rendition::characteristics))
                .thenComparing(candidate -> differs(track, candidate.track(), Rendition::name))
                .thenComparing(candidate -> candidate.track().uri());
    }

    private static <T> int differs(Track wanted, Track candidate, Function<Rendition, T> trait) {
        return wanted.rendition().map(trait).equals(candidate.rendition().map(trait)) ? 0 : 1;
    }

    /** 0 for the same tag, 1 for the same language of another region or script, 2 for another. */
    private static int languageDistance(Track wanted, Track candidate) {
        Optional<String> left = language(wanted);
        Optional<String> right = language(candidate);
        if (left.equals(right)) {
            return 0;
        }
        return left.isPresent() && right.isPresent() && primary(left.get()).equals(primary(right.get())) ? 1 : 2;
    }

    private static Optional<String> language(Track track) {
        return track.rendition().flatMap(Rendition::language).map(tag -> tag.toLowerCase(Locale.ROOT));
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    static String explain(TrackTraits wanted, TrackTraits best) {
        return "language " + language(wanted.track()).orElse("unknown") + " as "
                + language(best.track()).orElse("unknown") + ", group "
                + wanted.track().rendition().map(Rendition::groupId).orElse("none") + " as "
                + best.track().rendition().map(Rendition::groupId).orElse("none");
    }
}
