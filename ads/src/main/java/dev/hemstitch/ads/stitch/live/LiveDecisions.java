package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import java.util.List;
import java.util.Optional;

/**
 * What was decided for a viewer's breaks: implemented by the embedder over what the ad server answered. It must not wait: an
 * answer that is not there is none. It need not remember for long: a decision is taken once for a break, for all renditions, and
 * then stands in the state.
 */
public interface LiveDecisions {
    /** No ads. */
    LiveDecisions NONE = new LiveDecisions() {
        @Override
        public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
            return Optional.empty();
        }

        @Override
        public Optional<LiveAd> ad(String id) {
            return Optional.empty();
        }
    };

    /**
     * The ads of a break; asked when its first segment is there, and with low latency when parts of that are, until there is an
     * answer. An id that begins with {@code msn-} is the number of a
     * segment of the rendition which is asked for, and in another one that of another break: answers that are kept by id are kept by
     * rendition and id.
     *
     * @param signalled the break, on the timeline of the snapshot
     * @return the ads in order, those too that cannot be used; an empty list if there are none; empty if there is no answer
     *     yet, which counts as none for this break for good once its first segment is complete
     */
    Optional<List<LiveAd>> ads(SignalledBreak signalled);

    /**
     * An ad that was decided for at an earlier refresh, perhaps by another replica.
     *
     * @param id its {@link LiveAd#id}; of ids longer than 24 characters, their short form
     * @return the ad with the same playlists as then; empty if it cannot be had any more, so that its break ends
     */
    Optional<LiveAd> ad(String id);

    /** {@return what fills the time that ads leave, the same one for the whole session; empty if content shows there} */
    default Optional<LiveAd> slate() {
        return Optional.empty();
    }

    /** {@return ads in place of the first content that a new viewer would see; empty for none} */
    default List<LiveAd> preRoll() {
        return List.of();
    }

    /**
     * Ads behind the end of a channel that ends.
     *
     * @return the ads in order; asked once, when a rendition is first seen to have ended and no break is running there; empty for none
     */
    default List<LiveAd> postRoll() {
        return List.of();
    }
}
