package dev.hemstitch.ads.model;

/**
 * Why an ad, a break or a rendition was left out. The content plays on in each case. A name is never given to another
 * reason later.
 */
public enum SkipReason {
    /** The ad's playlist could not be fetched. */
    AD_UNAVAILABLE,
    /** The ad's playlist could not be read. */
    AD_UNREADABLE,
    /** The ad has a Media Playlist without segments, or of no duration. */
    AD_EMPTY,
    /** The ad has a Media Playlist without EXT-X-ENDLIST: it may still change. */
    AD_IS_LIVE,
    /** The ad is longer than a day: its durations cannot be true. */
    AD_TOO_LONG,
    /** The ad has segments that are not available. */
    AD_HAS_GAPS,
    /** The Media Playlists of the ad do not have the same discontinuities. */
    AD_DISCONTINUITIES_DIFFER,
    /** The Media Playlists of the ad, but for I-frames, differ in duration by more than a second. */
    AD_DURATIONS_DIFFER,
    /** The ad uses a variable that is not defined. */
    AD_UNDEFINED_VARIABLE,
    /** The ad response has no linear creative for the ad, so that nothing of it can play in a break. */
    AD_NOT_LINEAR,
    /** The ad response has no HLS playlist for the ad. */
    NO_SUPPORTED_MEDIA_FILE,
    /** The ad is longer than what is left of the break. */
    DOES_NOT_FIT,
    /** The break has as many ads as it may have. */
    TOO_MANY_ADS,
    /** The break has an ad of the same creative already. */
    DUPLICATE_CREATIVE,
    /** The break has an ad of the same category already. */
    CATEGORY_REPEATED,
    /** Ads would fill too little of the break, which is therefore left as it is. */
    BREAK_UNDERFILLED,
    /** No rendition of the ad has the container of a rendition of the content. */
    NO_MATCHING_CONTAINER,
    /** No rendition of the ad has the codecs of a rendition of the content. */
    NO_MATCHING_CODEC,
    /** The ad has no rendition of the kind of one that the content has, and there is no filler for it. */
    NO_MATCHING_RENDITION,
    /** The ad has audio and video in one and the content has not, or the reverse. */
    MUXING_DIFFERS,
    /** The break has no ads, or none that could be used. */
    NO_ADS,
    /** The content has no segments. */
    CONTENT_EMPTY,
    /** A Media Playlist of the content is a Playlist Delta Update, which leaves out segments that a player has already. */
    CONTENT_INCOMPLETE,
    /** The content is longer than 70 years: its durations cannot be true. */
    CONTENT_TOO_LONG,
    /** The break lies behind the end of the content. */
    BEYOND_END,
    /** The break is for the n-th opportunity of the content, and nobody said where that is. */
    NO_SUCH_OPPORTUNITY,
    /** No segment boundary lies within the tolerance of where the break was asked for. */
    NO_BOUNDARY_WITHIN_TOLERANCE,
    /** The renditions of the content have no boundaries near enough to each other. */
    SKEW_TOO_GREAT,
    /** A rendition of the content has no boundary left for the break: too few or too long segments. */
    NO_COMMON_BOUNDARY,
    /** The renditions of the content do not have the same discontinuities round the break. */
    DISCONTINUITIES_DIFFER,
    /** The break lies within content that another break replaces. */
    INSIDE_REPLACED_CONTENT,
    /** The ad has segments that are longer than a live playlist's target duration, which never changes, allows. */
    TARGET_DURATION_EXCEEDED,
    /** Nobody had an answer when the first segment of a live break had to be published. */
    NO_DECISION,
    /** The viewer came, or the break was signalled, when the break was running already. */
    JOINED_TOO_LATE,
    /** The break was over before anything of its ads could be published. */
    ENDED_TOO_EARLY,
    /** The ads would make a live stream fall further behind or run further ahead than it may. */
    TIME_NOT_KEPT,
    /** A live break that gives no time to fill: what is inserted there would push the stream back. */
    NO_TIME_TO_FILL,
    /** An ad that plays already can no longer be had. */
    AD_LOST
}
