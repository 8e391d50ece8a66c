package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.matching.CodecFamily;
import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.HdcpLevel;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.VideoRange;
import dev.hemstitch.core.text.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What attributes of a variant or rendition must say where ads are mixed with its content (RFC 8216bis, 4.4.6). */
final class MixedAttributes {
    /** Video of several ranges has the last of them here. */
    private static final List<VideoRange> RANGES = List.of(VideoRange.SDR, VideoRange.HLG, VideoRange.PQ);

    private static final List<HdcpLevel> LEVELS = List.of(HdcpLevel.NONE, HdcpLevel.TYPE_0, HdcpLevel.TYPE_1);

    private MixedAttributes() {}

    /** Raises a number that says how much the content needs to what the ads need; one that is absent stays so. */
    static void raise(
            AttributeTag.Builder<?> builder, Attribute<Long> attribute, OptionalLong own, Stream<OptionalLong> others) {
        if (own.isPresent()) {
            long greatest = others.flatMapToLong(OptionalLong::stream)
                    .boxed()
                    .max(Long::compareUnsigned)
                    .orElse(own.getAsLong());
            if (Long.compareUnsigned(greatest, own.getAsLong()) > 0) {
                builder.set(attribute, greatest);
            }
        }
    }

    /** PQ of anything and PQ is PQ, HLG of SDR and HLG is HLG; absent is SDR. Of unknown ranges nothing is said. */
    static void range(
            AttributeTag.Builder<?> builder,
            Attribute<VideoRange> attribute,
            Optional<VideoRange> own,
            Stream<Optional<VideoRange>> others) {
        greatest(builder, attribute, RANGES, own.orElse(VideoRange.SDR), others);
    }

    /** The most restrictive level; where the content says none, that of ads is said only if it asks for protection. */
    static void level(
            AttributeTag.Builder<?> builder,
            Attribute<HdcpLevel> attribute,
            Optional<HdcpLevel> own,
            Stream<Optional<HdcpLevel>> others) {
        greatest(builder, attribute, LEVELS, own.orElse(HdcpLevel.NONE), others);
    }

    /** Sets the last in an order of what the content and the ads say, if that of the content is known. */
    private static <T> void greatest(
            AttributeTag.Builder<?> builder, Attribute<T> attribute, List<T> order, T own, Stream<Optional<T>> others) {
        int known = order.indexOf(own);
        int greatest =
                others.flatMap(Optional::stream).mapToInt(order::indexOf).max().orElse(-1);
        if (known >= 0 && greatest > known) {
            builder.set(attribute, order.get(greatest));
        }
    }

    /**
     * CHANNELS counts the channels of the segment that has most; what it says behind that stays, or comes from such an ad if
     * the content says nothing there.
     */
    static void channels(AttributeTag.Builder<?> builder, Optional<String> own, Stream<Optional<String>> others) {
        if (own.isEmpty() || count(own.get()) < 0) {
            return;
        }
        String most = own.get();
        for (String other : others.flatMap(Optional::stream).sorted().toList()) {
            most = count(other) > count(most) ? other : most;
        }
        if (!most.equals(own.get())) {
            int more = own.get().indexOf('/');
            builder.set(
                    Rendition.CHANNELS,
                    more < 0 ? most : count(most) + own.get().substring(more));
        }
    }

    /** The number before the first slash; negative if there is none. */
    private static int count(String channels) {
        int end = channels.indexOf('/');
        String count = end < 0 ? channels : channels.substring(0, end);
        boolean isNumber =
                !count.isEmpty() && count.length() < 10 && count.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(count) : -1;
    }

    /** The content's codecs and those of the ads that are of the same families: what the segments really hold. */
    static List<String> codecs(List<String> own, Stream<List<String>> others) {
        Set<String> families = own.stream().map(CodecFamily::of).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        others.flatMap(List::stream).filter(codec -> families.contains(CodecFamily.of(codec))))
                .distinct()
                .toList();
    }
}
