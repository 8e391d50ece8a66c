package dev.hemstitch.ads.matching;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the track of an ad that serves a track of the content.
 *
 * <p>Hard gates: the kind of media, the container, whether audio and video are in one, the families of codecs. What
 * passes is ranked: video by dynamic range, size, frame rate, then bandwidth; audio and subtitles by language, then
 * group, then default. One track of an ad may serve several of the content. The order in which the ad lists its tracks
 * never matters. What is not known, as of a Media Playlist alone, gates nothing.
 */
public final class RenditionMatcher {
    private final Presentation content;
    private final Presentation ad;
    private final List<TrackTraits> adTracks;

    /**
     * A matcher of two presentations.
     *
     * @param content the content
     * @param ad the ad; each of its tracks has at least one segment
     */
    public RenditionMatcher(Presentation content, Presentation ad) {
        this.content = content;
        this.ad = ad;
        this.adTracks =
                ad.tracks().stream().map(track -> TrackTraits.of(track, ad)).toList();
    }

    /**
     * Finds the ad's track for a track of the content.
     *
     * @param track a track of the content with at least one segment
     * @return the match, or why there is none
     */
    public MatchResult match(Track track) {
        TrackTraits wanted = TrackTraits.of(track, content);
        List<TrackTraits> candidates = adTracks.stream()
                .filter(candidate -> isOfKind(wanted, candidate))
                .toList();
        if (candidates.isEmpty()) {
            return MatchResult.none(
                    SkipReason.NO_MATCHING_RENDITION, "the ad has no " + describe(wanted) + " rendition");
        }
        candidates = keep(candidates, candidate -> sameContainer(wanted, candidate));
        if (candidates.isEmpty()) {
            return MatchResult.none(
                    SkipReason.NO_MATCHING_CONTAINER,
                    wanted.isUniform()
                            ? "the content is " + wanted.container() + ", the ad is not: " + describe(wanted)
                            : "segments of the content have an initialization section and others have none: "
                                    + describe(wanted));
        }
        candidates = keep(candidates, candidate -> sameMuxing(wanted, candidate));
        if (candidates.isEmpty()) {
            return MatchResult.none(SkipReason.MUXING_DIFFERS, muxing(wanted));
        }
        candidates = keep(candidates, candidate -> sameCodecs(wanted, candidate));
        if (candidates.isEmpty()) {
            return MatchResult.none(
                    SkipReason.NO_MATCHING_CODEC,
                    "no " + describe(wanted) + " rendition of the ad has what the content has: "
                            + (codecs(wanted).isEmpty() ? "neither video nor audio" : codecs(wanted)));
        }
        Comparator<TrackTraits> ranking =
                wanted.track().kind() == TrackKind.MAIN || wanted.track().kind() == TrackKind.I_FRAMES
                        ? VideoRanking.of(wanted)
                        : LanguageRanking.of(wanted);
        TrackTraits best = candidates.stream().min(ranking).orElseThrow();
        return MatchResult.found(best.track(), explain(wanted, best));
    }

    private static List<TrackTraits> keep(List<TrackTraits> candidates, Predicate<TrackTraits> gate) {
        return candidates.stream().filter(gate).toList();
    }

    private boolean isOfKind(TrackTraits wanted, TrackTraits candidate) {
        TrackKind kind = candidate.track().kind();
        if (wanted.isAudioOnly()) {
            return candidate.isAudioOnly() || kind == TrackKind.AUDIO;
        }
        if (wanted.track().kind() == TrackKind.AUDIO) {
            return kind == TrackKind.AUDIO || candidate.isAudioOnly();
        }
        return kind == wanted.track().kind() && !candidate.isAudioOnly();
    }

    private static boolean sameContainer(TrackTraits wanted, TrackTraits candidate) {
        boolean codecsKnown = wanted.codecsKnown() && candidate.codecsKnown();
        return wanted.isUniform()
                && candidate.isUniform()
                && candidate.container().mayBe(wanted.container(), codecsKnown);
    }

    /** A Media Playlist alone does not tell: it fits another one, or a presentation whose audio is not apart. */
    private boolean sameMuxing(TrackTraits wanted, TrackTraits candidate) {
        if (wanted.track().kind() != TrackKind.MAIN || wanted.isAudioOnly()) {
            return true;
        }
        if (!content.isMultivariant() || !ad.isMultivariant()) {
            return content.isMultivariant()
                    ? wanted.hasOwnAudio().orElse(true)
                    : candidate.hasOwnAudio().orElse(true);
        }
        return wanted.hasOwnAudio().isEmpty()
                || candidate.hasOwnAudio().isEmpty()
                || wanted.hasOwnAudio().equals(candidate.hasOwnAudio());
    }

    private String muxing(TrackTraits wanted) {
        if (!content.isMultivariant()) {
            return "audio and video are apart in the ad, but the content is one Media Playlist";
        }
        return "audio and video are " + (wanted.hasOwnAudio().orElse(true) ? "in one" : "apart")
                + " in the content, but not so in the ad";
    }

    private static boolean sameCodecs(TrackTraits wanted, TrackTraits candidate) {
        if (!wanted.codecsKnown() || !candidate.codecsKnown()) {
            return true;
        }
        Set<String> audio = candidate.audioCodecs();
        boolean audioFits = (wanted.track().kind() == TrackKind.AUDIO || wanted.isAudioOnly())
                ? wanted.audioCodecs().isEmpty()
                        || audio.isEmpty()
                        || wanted.audioCodecs().containsAll(audio)
                : wanted.audioCodecs().equals(audio);
        return wanted.track().kind() == TrackKind.SUBTITLES
                || (audioFits && (wanted.isAudioOnly() || wanted.videoCodecs().equals(candidate.videoCodecs())));
    }

    private static String describe(TrackTraits traits) {
        return switch (traits.track().kind()) {
            case MAIN -> traits.isAudioOnly() ? "audio" : "main";
            case AUDIO -> "audio";
            case SUBTITLES -> "subtitle";
            case I_FRAMES -> "I-frame";
        };
    }

    private static String codecs(TrackTraits traits) {
        return (String.join("+", traits.videoCodecs()) + " " + String.join("+", traits.audioCodecs())).strip();
    }

    private static String explain(TrackTraits wanted, TrackTraits best) {
        String gates = best.container() + (best.codecsKnown() ? ", " + codecs(best) : ", codecs unknown");
        return switch (wanted.track().kind()) {
            case MAIN, I_FRAMES -> gates + "; " + VideoRanking.explain(wanted, best);
            case AUDIO, SUBTITLES -> gates + "; " + LanguageRanking.explain(wanted, best);
        };
    }
}
