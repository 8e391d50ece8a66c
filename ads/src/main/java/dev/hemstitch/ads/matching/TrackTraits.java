package dev.hemstitch.ads.matching;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.model.VideoRange;
import dev.hemstitch.core.text.DecimalResolution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known of a track for matching: from its segments and from the lines of the Multivariant Playlist.
 *
 * @param track the track
 * @param container what wraps its media
 * @param isUniform whether that is the same for all of it
 * @param videoCodecs the families of its video; empty if unknown or none
 * @param audioCodecs the families of its audio; empty if unknown or none
 * @param codecsKnown whether CODECS says what is in it
 * @param hasOwnAudio whether video and audio are in one; empty if unknown
 */
record TrackTraits(
        Track track,
        Container container,
        boolean isUniform,
        Set<String> videoCodecs,
        Set<String> audioCodecs,
        boolean codecsKnown,
        Optional<Boolean> hasOwnAudio) {

    static TrackTraits of(Track track, Presentation presentation) {
        Collection<String> codecs = codecs(track);
        Set<String> video = CodecFamily.video(codecs);
        Set<String> audio = CodecFamily.audio(codecs);
        boolean known = !codecs.isEmpty();
        Optional<Boolean> own = track.kind() == TrackKind.MAIN && presentation.isMultivariant()
                ? ownAudio(track, presentation)
                : Optional.empty();
        if (track.kind() == TrackKind.AUDIO) {
            video = Set.of();
        } else if (track.kind() == TrackKind.I_FRAMES || (own.equals(Optional.of(false)) && !video.isEmpty())) {
            audio = Set.of(); // of the variant's audio group; without video it is what the variant itself has
        }
        Container container = Container.of(track.playlist());
        return new TrackTraits(track, container, Container.isUniform(track.playlist()), video, audio, known, own);
    }

    private static Collection<String> codecs(Track track) {
        List<String> codecs = new ArrayList<>();
        track.variants().forEach(variant -> codecs.addAll(variant.codecs()));
        track.iFrames().ifPresent(iFrames -> codecs.addAll(iFrames.codecs()));
        return codecs;
    }

    /**
     * Audio is in the variant's own media unless all members of its audio group have media of their own. An alternative
     * video rendition is like the variants that use it; nothing is known of one that none uses.
     */
    private static Optional<Boolean> ownAudio(Track track, Presentation presentation) {
        if (track.variants().isEmpty()) {
            return Optional.empty();
        }
        Variant variant = track.variants().get(0);
        Optional<String> group = variant.audio();
        List<Rendition> members = presentation.multivariant().orElseThrow().renditions().stream()
                .filter(rendition -> rendition.type().value().equals("AUDIO"))
                .filter(rendition -> group.isPresent() && rendition.groupId().equals(group.get()))
                .toList();
        if (!members.isEmpty()) {
            return Optional.of(
                    members.stream().anyMatch(rendition -> rendition.uri().isEmpty()));
        }
        return variant.codecs().isEmpty()
                ? Optional.of(true)
                : Optional.of(!CodecFamily.audio(variant.codecs()).isEmpty());
    }

    boolean isAudioOnly() {
        return track.kind() == TrackKind.MAIN && codecsKnown && videoCodecs.isEmpty() && !audioCodecs.isEmpty();
    }

    VideoRange videoRange() {
        return first(Variant::videoRange, IFrameVariant::videoRange).orElse(VideoRange.SDR);
    }

    Optional<DecimalResolution> resolution() {
        return first(Variant::resolution, IFrameVariant::resolution);
    }

    Optional<BigDecimal> frameRate() {
        return track.variants().stream().findFirst().flatMap(Variant::frameRate);
    }

    OptionalLong bandwidth() {
        if (track.iFrames().isPresent()) {
            return track.iFrames().get().bandwidth();
        }
        return track.variants().stream()
                .map(Variant::bandwidth)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }

    private <T> Optional<T> first(
            Function<Variant, Optional<T>> ofVariant, Function<IFrameVariant, Optional<T>> ofIFrames) {
        return track.iFrames().isPresent()
                ? ofIFrames.apply(track.iFrames().get())
                : track.variants().stream().findFirst().flatMap(ofVariant);
    }
}
