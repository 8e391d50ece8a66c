package dev.hemstitch.core.diagnostic;

/**
 * The stable code of a problem. A name is never given to another problem later; {@code docs/diagnostics.md} has an
 * entry for each.
 */
public enum DiagnosticCode {
    /** The text has no EXTM3U and no other tag: it is no playlist. */
    NOT_A_PLAYLIST(Severity.ERROR, "4.4.1.1"),
    /** The first line is not EXTM3U, or blank lines stand before it. */
    MISSING_EXTM3U(Severity.ERROR, "4.4.1.1"),
    /** A byte order mark stands before the first line. */
    BYTE_ORDER_MARK(Severity.WARNING, "4.1"),
    /** Bytes that are not UTF-8. */
    MALFORMED_UTF8(Severity.ERROR, "4.1"),
    /** A control character other than CR and LF. */
    CONTROL_CHARACTER(Severity.WARNING, "4.1"),
    /** White space where none may stand. */
    UNEXPECTED_WHITESPACE(Severity.WARNING, "4.1"),
    /** Tags of a Media Playlist and of a Multivariant Playlist in one text. */
    MIXED_PLAYLIST_KINDS(Severity.ERROR, "4.1"),
    /** A tag that may stand once stands again. */
    DUPLICATE_TAG(Severity.ERROR, "4.4"),
    /** A tag whose value cannot be read. */
    MALFORMED_TAG(Severity.ERROR, "4.4"),
    /** A decimal number or integer that is none. */
    MALFORMED_NUMBER(Severity.ERROR, "4.2"),
    /** A date that is none. */
    MALFORMED_DATE(Severity.ERROR, "4.4.4.6"),
    /** A byte range that is none. */
    MALFORMED_BYTE_RANGE(Severity.ERROR, "4.4.4.2"),
    /** A byte range without offset that follows no range of the same resource. */
    UNRESOLVED_BYTE_RANGE(Severity.ERROR, "4.4.4.2"),
    /** An attribute list that is none. */
    MALFORMED_ATTRIBUTE_LIST(Severity.ERROR, "4.2"),
    /** An attribute name twice in one tag. */
    DUPLICATE_ATTRIBUTE(Severity.ERROR, "4.2"),
    /** A required attribute is missing, so the tag means nothing. */
    MISSING_ATTRIBUTE(Severity.ERROR, "4.4"),
    /** A segment without EXTINF. */
    MISSING_EXTINF(Severity.ERROR, "4.4.4.1"),
    /** EXTINF without its comma. */
    MISSING_EXTINF_COMMA(Severity.WARNING, "4.4.4.1"),
    /** A Media Playlist without EXT-X-TARGETDURATION of at least 1. */
    MISSING_TARGET_DURATION(Severity.ERROR, "4.4.3.1"),
    /** EXT-X-STREAM-INF without the URI line behind it. */
    MISSING_VARIANT_URI(Severity.ERROR, "4.4.6.2"),
    /** A URI line in a Multivariant Playlist without EXT-X-STREAM-INF before it. */
    STRAY_URI(Severity.ERROR, "4.4.6.2"),
    /** Segment tags behind the last URI line, which apply to nothing. */
    DANGLING_SEGMENT_TAG(Severity.WARNING, "4.4.4"),
    /** A playlist tag that must stand before the first segment stands behind it. */
    MISPLACED_TAG(Severity.ERROR, "4.4.3"),
    /** A variable is used that no EXT-X-DEFINE before it defines. */
    UNDEFINED_VARIABLE(Severity.ERROR, "4.3"),
    /** EXT-X-DEFINE cannot be carried out: no or two kinds of definition, or nothing to take the value from. */
    UNRESOLVED_DEFINITION(Severity.ERROR, "4.4.2.3"),
    /** Neither the path of the URI nor the Content-Type says that this is a playlist. */
    UNIDENTIFIED_PLAYLIST(Severity.ERROR, "4"),
    /** The text is not in Unicode Normalization Form C. */
    NOT_NORMALIZED(Severity.ERROR, "4.1"),
    /** A CR without LF behind it, which ends no line. */
    BARE_CARRIAGE_RETURN(Severity.ERROR, "4.1"),
    /** A line that would be a tag of the specification in upper case. */
    TAG_IN_OTHER_CASE(Severity.WARNING, "4.1"),
    /** No tag says which kind of playlist it is, so it counts as an empty Multivariant Playlist. */
    NO_PLAYLIST_KIND(Severity.INFO, "4.1"),
    /** A value that must be a decimal-integer is none, or is beyond 2^64-1. */
    MALFORMED_INTEGER(Severity.ERROR, "4.2"),
    /** A value that must be a hexadecimal-sequence is none. */
    MALFORMED_HEXADECIMAL(Severity.ERROR, "4.2"),
    /** A value that must be a decimal-floating-point is none. */
    MALFORMED_DECIMAL(Severity.ERROR, "4.2"),
    /** A value that must be a signed-decimal-floating-point is none. */
    MALFORMED_SIGNED_DECIMAL(Severity.ERROR, "4.2"),
    /** A quoted string is empty where it must not be. */
    EMPTY_QUOTED_STRING(Severity.ERROR, "4.2"),
    /** An enumerated string has a value that is not defined, so clients ignore the tag. */
    UNKNOWN_ENUMERATED_VALUE(Severity.ERROR, "4.2"),
    /** An enumerated-string-list has an entry twice. */
    REPEATED_LIST_ENTRY(Severity.WARNING, "4.2"),
    /** A resolution is not two integers with a small x between them. */
    MALFORMED_RESOLUTION(Severity.ERROR, "4.2"),
    /** A value stands in quotes where it must not, or without them where it must. */
    WRONG_VALUE_FORM(Severity.ERROR, "4.2"),
    /** A tag or an attribute that the specification does not have. */
    UNKNOWN_NAME(Severity.INFO, "6.3.1"),
    /** A URI is no reference after RFC 3986. */
    MALFORMED_URI(Severity.WARNING, "4.1"),
    /** EXT-X-VERSION stands twice. */
    DUPLICATE_VERSION(Severity.ERROR, "4.4.1.2"),
    /** EXT-X-VERSION is lower than what the playlist holds needs. */
    VERSION_TOO_LOW(Severity.ERROR, "4.4.1.2"),
    /** EXT-X-VERSION is higher than what the playlist holds needs. */
    VERSION_TOO_HIGH(Severity.WARNING, "6.2.1"),
    /** EXT-X-VERSION is no version that the specification knows. */
    UNKNOWN_VERSION(Severity.ERROR, "6.3.1"),
    /** PROGRAM-ID or EXT-X-ALLOW-CACHE in a version that no longer has it. */
    REMOVED_FEATURE(Severity.WARNING, "8"),
    /** EXT-X-INDEPENDENT-SEGMENTS or EXT-X-START stands twice. */
    DUPLICATE_SHARED_TAG(Severity.ERROR, "4.4.2"),
    /** EXT-X-INDEPENDENT-SEGMENTS or EXT-X-START stands in the Multivariant Playlist and in a Media Playlist of it. */
    REPEATED_IN_MEDIA_PLAYLIST(Severity.WARNING, "4.4.2"),
    /** EXT-X-START has one value in the Multivariant Playlist and another in a Media Playlist of it. */
    SHARED_TAG_DIFFERS(Severity.ERROR, "4.4.2"),
    /** TIME-OFFSET is longer than the playlist. */
    START_OFFSET_TOO_LONG(Severity.WARNING, "4.4.2.2"),
    /** TIME-OFFSET lies within three target durations of the end of a playlist that still grows. */
    START_OFFSET_TOO_LATE(Severity.WARNING, "4.4.2.2"),
    /** EXT-X-DEFINE has not exactly one of NAME, IMPORT and QUERYPARAM. */
    DEFINE_FORM(Severity.ERROR, "4.4.2.3"),
    /** A variable's name has characters that it must not have. */
    VARIABLE_NAME(Severity.ERROR, "4.4.2.3"),
    /** EXT-X-DEFINE has NAME but no VALUE. */
    DEFINE_WITHOUT_VALUE(Severity.ERROR, "4.4.2.3"),
    /** A variable is defined twice. */
    DUPLICATE_VARIABLE(Severity.ERROR, "4.4.2.3"),
    /** EXT-X-DEFINE with IMPORT in a Multivariant Playlist. */
    IMPORT_IN_MULTIVARIANT(Severity.ERROR, "4.4.2.3"),
    /** IMPORT names no variable of the Multivariant Playlist. */
    UNRESOLVED_IMPORT(Severity.ERROR, "4.4.2.3"),
    /** QUERYPARAM names no parameter with a value in the playlist's URI. */
    UNRESOLVED_QUERYPARAM(Severity.ERROR, "4.4.2.3"),
    /** The decoded value of a query parameter holds a line end or a double quote. */
    UNSAFE_QUERYPARAM(Severity.ERROR, "4.4.2.3"),
    /** A tag of the Media Playlist as a whole stands twice. */
    DUPLICATE_MEDIA_PLAYLIST_TAG(Severity.ERROR, "4.4.3"),
    /** A segment is longer than the target duration. */
    SEGMENT_TOO_LONG(Severity.ERROR, "4.4.3.1"),
    /** EXT-X-MEDIA-SEQUENCE stands behind the first segment. */
    MEDIA_SEQUENCE_TOO_LATE(Severity.ERROR, "4.4.3.2"),
    /** EXT-X-DISCONTINUITY-SEQUENCE stands behind the first segment. */
    DISCONTINUITY_SEQUENCE_TOO_LATE(Severity.ERROR, "4.4.3.3"),
    /** EXT-X-DISCONTINUITY-SEQUENCE stands behind an EXT-X-DISCONTINUITY. */
    DISCONTINUITY_SEQUENCE_AFTER_DISCONTINUITY(Severity.ERROR, "4.4.3.3"),
    /** EXT-X-PLAYLIST-TYPE is neither EVENT nor VOD. */
    UNKNOWN_PLAYLIST_TYPE(Severity.ERROR, "4.4.3.5"),
    /** A playlist of type VOD has no EXT-X-ENDLIST. */
    VOD_WITHOUT_ENDLIST(Severity.WARNING, "6.2.1"),
    /** EXT-X-PART without EXT-X-PART-INF. */
    MISSING_PART_INF(Severity.ERROR, "4.4.3.7"),
    /** CAN-SKIP-UNTIL is less than six target durations. */
    SKIP_UNTIL_TOO_SHORT(Severity.ERROR, "4.4.3.8"),
    /** CAN-SKIP-DATERANGES without CAN-SKIP-UNTIL. */
    SKIP_DATERANGES_ALONE(Severity.ERROR, "4.4.3.8"),
    /** HOLD-BACK is less than three target durations. */
    HOLD_BACK_TOO_SHORT(Severity.ERROR, "4.4.3.8"),
    /** EXT-X-PART-INF without PART-HOLD-BACK. */
    MISSING_PART_HOLD_BACK(Severity.ERROR, "4.4.3.8"),
    /** PART-HOLD-BACK is less than twice PART-TARGET. */
    PART_HOLD_BACK_TOO_SHORT(Severity.ERROR, "4.4.3.8"),
    /** PART-HOLD-BACK is less than three times PART-TARGET. */
    PART_HOLD_BACK_SHORT(Severity.WARNING, "4.4.3.8"),
    /** PART-HOLD-BACK is less than three times the longest PART-TARGET of all renditions. */
    PART_HOLD_BACK_SHORT_FOR_RENDITIONS(Severity.WARNING, "4.4.3.8"),
    /** EXTINF without its URI line, or twice before one. */
    EXTINF_WITHOUT_URI(Severity.ERROR, "4.4.4"),
    /** EXTINF has decimals in a version below 3. */
    DECIMALS_NEED_VERSION_3(Severity.ERROR, "4.4.4.1"),
    /** All durations are integers where a version of 3 or more allows decimals. */
    INTEGER_DURATIONS(Severity.WARNING, "4.4.4.1"),
    /** EXT-X-KEY with METHOD=NONE has other attributes. */
    KEY_NONE_WITH_ATTRIBUTES(Severity.ERROR, "4.4.4.4"),
    /** EXT-X-KEY with another METHOD than NONE has no URI. */
    KEY_WITHOUT_URI(Severity.ERROR, "4.4.4.4"),
    /** IV has more than 128 bits. */
    IV_TOO_LONG(Severity.ERROR, "4.4.4.4"),
    /** IV stands beside a METHOD that has none. */
    IV_NOT_ALLOWED(Severity.ERROR, "4.4.4.4"),
    /** KEYFORMATVERSIONS is not positive integers with slashes between them. */
    KEYFORMATVERSIONS_FORM(Severity.ERROR, "4.4.4.4"),
    /** The keys of one segment have several methods or several initialization vectors. */
    KEYS_DISAGREE(Severity.ERROR, "6.2.3"),
    /** BYTERANGE of EXT-X-MAP has no offset. */
    MAP_RANGE_WITHOUT_OFFSET(Severity.WARNING, "4.4.4.5"),
    /** EXT-X-MAP is encrypted by AES-128 with a key that has no IV. */
    MAP_NEEDS_IV(Severity.ERROR, "4.4.4.5"),
    /** A segment that looks like fragmented MP4 has no EXT-X-MAP. */
    MISSING_MAP(Severity.ERROR, "3.1.2"),
    /** SAMPLE-AES-CTR on a segment that looks like no fragmented MP4. */
    SAMPLE_AES_CTR_CONTAINER(Severity.WARNING, "4.4.4.4"),
    /** EXT-X-PROGRAM-DATE-TIME has no time zone or no milliseconds. */
    DATE_WITHOUT_ZONE_OR_MILLISECONDS(Severity.WARNING, "4.4.4.6"),
    /** EXT-X-PROGRAM-DATE-TIME lies so far before the end of the segment before that a date means two places. */
    AMBIGUOUS_DATES(Severity.ERROR, "6.2.1"),
    /** A segment behind EXT-X-DISCONTINUITY has no EXT-X-PROGRAM-DATE-TIME while others have. */
    DISCONTINUITY_WITHOUT_DATE(Severity.WARNING, "6.2.1"),
    /** A tag of the segment stands behind its first Partial Segment. */
    TAG_BEHIND_PART(Severity.ERROR, "4.4.4.9"),
    /** A Partial Segment is longer than PART-TARGET. */
    PART_TOO_LONG(Severity.ERROR, "4.4.4.9"),
    /** A Partial Segment is shorter than 85 % of PART-TARGET where it must not be. */
    PART_TOO_SHORT(Severity.ERROR, "4.4.4.9"),
    /** BYTERANGE of EXT-X-PART has no offset and follows no range of the same resource. */
    UNRESOLVED_PART_RANGE(Severity.ERROR, "4.4.4.9"),
    /** EXT-X-PART together with EXT-X-I-FRAMES-ONLY. */
    PARTS_OF_I_FRAMES(Severity.WARNING, "4.4.4.9"),
    /** The Partial Segments of a segment are not as long as the segment. */
    PARTS_DO_NOT_ADD_UP(Severity.WARNING, "3.2"),
    /** Partial Segments stand farther than three target durations from the end. */
    OLD_PARTS(Severity.WARNING, "6.2.2"),
    /** A segment is a gap while its Partial Segments are none, or the other way round. */
    GAP_DISAGREES(Severity.WARNING, "6.2.1"),
    /** A tag for metadata of Media Playlists in a Multivariant Playlist. */
    METADATA_IN_MULTIVARIANT(Severity.WARNING, "4.4.5"),
    /** The first EXT-X-DATERANGE of an ID has no START-DATE. */
    MISSING_START_DATE(Severity.ERROR, "4.4.5.1"),
    /** START-DATE or END-DATE is no date. */
    DATE_RANGE_DATE(Severity.ERROR, "4.4.5.1"),
    /** CUE has both PRE and POST. */
    CUE_PRE_AND_POST(Severity.ERROR, "4.4.5.1"),
    /** END-DATE lies before START-DATE. */
    END_BEFORE_START(Severity.ERROR, "4.4.5.1"),
    /** START-DATE and DURATION do not give END-DATE. */
    DURATION_DISAGREES(Severity.ERROR, "4.4.5.1"),
    /** END-ON-NEXT without CLASS, or with DURATION or END-DATE. */
    END_ON_NEXT_FORM(Severity.ERROR, "4.4.5.1"),
    /** Date ranges of a CLASS with END-ON-NEXT overlap. */
    END_ON_NEXT_OVERLAP(Severity.ERROR, "4.4.5.1"),
    /** Two EXT-X-DATERANGE of one ID give an attribute two values. */
    DATE_RANGE_DISAGREES(Severity.ERROR, "4.4.5.1"),
    /** An attribute X-... is neither a quoted string nor a hexadecimal sequence nor a decimal number. */
    CLIENT_ATTRIBUTE_TYPE(Severity.ERROR, "4.4.5.1"),
    /** EXT-X-DATERANGE in a playlist without EXT-X-PROGRAM-DATE-TIME. */
    DATE_RANGE_WITHOUT_DATES(Severity.ERROR, "4.4.5.1"),
    /** SCTE35-CMD, SCTE35-OUT or SCTE35-IN is no splice_info_section in hexadecimal. */
    MALFORMED_SCTE35(Severity.ERROR, "4.4.5.1.1"),
    /** An SCTE35-OUT and SCTE35-IN pair in several tags whose later tag gives neither DURATION nor END-DATE. */
    SCTE35_PAIR(Severity.ERROR, "4.4.5.1.1"),
    /** A date range with SCTE35-IN has neither DURATION nor END-DATE. */
    SCTE35_IN_WITHOUT_END(Severity.WARNING, "4.4.5.1.1"),
    /** EXT-X-SKIP stands twice. */
    DUPLICATE_SKIP(Severity.ERROR, "4.4.5.2"),
    /** EXT-X-SKIP in a playlist that does not offer CAN-SKIP-UNTIL or has ended. */
    SKIP_NOT_OFFERED(Severity.ERROR, "6.2.5.1"),
    /** EXT-X-SKIP that the request did not ask for, or without the list of removed date ranges that it asked for. */
    SKIP_NOT_ASKED(Severity.ERROR, "4.4.5.2"),
    /** What stands behind EXT-X-SKIP is shorter than CAN-SKIP-UNTIL. */
    SKIP_BOUNDARY(Severity.INFO, "6.2.5.1"),
    /** EXT-X-PRELOAD-HINT in a playlist with EXT-X-ENDLIST. */
    HINT_AFTER_END(Severity.ERROR, "4.4.5.3"),
    /** Two EXT-X-PRELOAD-HINT of one TYPE. */
    REPEATED_HINT(Severity.WARNING, "6.2.6"),
    /** The URI of EXT-X-RENDITION-REPORT is not relative. */
    REPORT_URI_NOT_RELATIVE(Severity.ERROR, "4.4.5.4"),
    /** EXT-X-RENDITION-REPORT of a rendition with Partial Segments has no LAST-PART. */
    REPORT_WITHOUT_LAST_PART(Severity.ERROR, "4.4.5.4"),
    /** EXT-X-RENDITION-REPORT says other than the rendition that it names. */
    REPORT_DISAGREES(Severity.ERROR, "4.4.5.4"),
    /** An interstitial has not exactly one of X-ASSET-URI and X-ASSET-LIST. */
    INTERSTITIAL_ASSET(Severity.ERROR, "D.2"),
    /** X-ASSET-URI is not absolute. */
    ASSET_URI_NOT_ABSOLUTE(Severity.ERROR, "D.2"),
    /** A relative X-ASSET-LIST means another URI in another Media Playlist. */
    ASSET_LIST_DIFFERS(Severity.WARNING, "D.2"),
    /** An attribute of an interstitial has another type or other characters than it must have. */
    INTERSTITIAL_ATTRIBUTE(Severity.ERROR, "D.2"),
    /** The URI of an interstitial's assets has no _HLS_interstitial_id. */
    ASSET_WITHOUT_ID(Severity.WARNING, "D.4"),
    /** Interstitials of one start stand in another order in another Media Playlist. */
    INTERSTITIAL_ORDER(Severity.ERROR, "D.2"),
    /** A preload date range lacks an attribute, or has CUE or END-ON-NEXT. */
    PRELOAD_FORM(Severity.ERROR, "F"),
    /** X-TARGET-CLASS of a preload date range is not the CLASS of the range that it names. */
    PRELOAD_CLASS_DIFFERS(Severity.WARNING, "F"),
    /** EXT-X-MEDIA of TYPE CLOSED-CAPTIONS has a URI. */
    CAPTIONS_WITH_URI(Severity.ERROR, "4.4.6.1"),
    /** EXT-X-MEDIA of TYPE SUBTITLES has no URI. */
    SUBTITLES_WITHOUT_URI(Severity.ERROR, "4.4.6.2.1"),
    /** EXT-X-MEDIA of TYPE CLOSED-CAPTIONS has no INSTREAM-ID of CC1 to CC4 or SERVICE1 to SERVICE63. */
    CAPTIONS_INSTREAM_ID(Severity.ERROR, "4.4.6.1"),
    /** INSTREAM-ID of another TYPE than CLOSED-CAPTIONS has other characters than letters, digits and points. */
    INSTREAM_ID_CHARACTERS(Severity.ERROR, "4.4.6.1"),
    /** DEFAULT=YES together with AUTOSELECT=NO. */
    DEFAULT_WITHOUT_AUTOSELECT(Severity.ERROR, "4.4.6.1"),
    /** FORCED on another TYPE than SUBTITLES. */
    FORCED_NOT_SUBTITLES(Severity.ERROR, "4.4.6.1"),
    /** BIT-DEPTH, SAMPLE-RATE or CHANNELS on another TYPE than AUDIO. */
    AUDIO_ATTRIBUTE(Severity.ERROR, "4.4.6.1"),
    /** LANGUAGE or ASSOC-LANGUAGE is no language tag after BCP 47. */
    LANGUAGE_TAG(Severity.ERROR, "4.4.6.1"),
    /** STABLE-RENDITION-ID or STABLE-VARIANT-ID has characters that it must not have. */
    STABLE_ID_CHARACTERS(Severity.ERROR, "4.4.6.1"),
    /** One URI with two stable IDs. */
    STABLE_ID_DIFFERS(Severity.WARNING, "4.4.6.1"),
    /** CHANNELS is not what the specification says. */
    CHANNELS_FORM(Severity.ERROR, "4.4.6.1"),
    /** EXT-X-MEDIA of TYPE AUDIO has no CHANNELS. */
    AUDIO_WITHOUT_CHANNELS(Severity.WARNING, "4.4.6.1"),
    /** Renditions of one NAME and format differ in their channels and one of them has no CHANNELS. */
    CHANNELS_NEEDED(Severity.ERROR, "4.4.6.1"),
    /** CHARACTERISTICS has an entry that does not fit the TYPE. */
    CHARACTERISTICS_OF_OTHER_TYPE(Severity.WARNING, "4.4.6.1"),
    /** Two renditions of a group have one NAME. */
    DUPLICATE_RENDITION_NAME(Severity.ERROR, "4.4.6.1.1"),
    /** Two renditions of a group have DEFAULT=YES. */
    SEVERAL_DEFAULTS(Severity.ERROR, "4.4.6.1.1"),
    /** Two renditions of a group with AUTOSELECT=YES differ in nothing that can be selected by. */
    INDISTINCT_AUTOSELECT(Severity.WARNING, "4.4.6.1.1"),
    /** Groups of one TYPE have other members, or members with other attributes. */
    GROUPS_DIFFER(Severity.ERROR, "4.4.6.1.1"),
    /** A variant refers to a group but has no CODECS. */
    GROUP_NEEDS_CODECS(Severity.ERROR, "4.4.6.1.1"),
    /** AVERAGE-BANDWIDTH is greater than BANDWIDTH. */
    AVERAGE_ABOVE_PEAK(Severity.WARNING, "4.4.6.2"),
    /** SCORE is not positive, or stands on some variants only. */
    SCORE(Severity.WARNING, "4.4.6.2"),
    /** A variant has no CODECS. */
    MISSING_CODECS(Severity.WARNING, "4.4.6.2"),
    /** An entry of CODECS does not look like RFC 6381. */
    CODECS_FORM(Severity.WARNING, "4.4.6.2"),
    /** SUPPLEMENTAL-CODECS is not what the specification says. */
    SUPPLEMENTAL_CODECS_FORM(Severity.ERROR, "4.4.6.2"),
    /** FRAME-RATE has more than three decimals. */
    FRAME_RATE_DECIMALS(Severity.WARNING, "4.4.6.2"),
    /** ALLOWED-CPC is not what the specification says. */
    ALLOWED_CPC_FORM(Severity.ERROR, "4.4.6.2"),
    /** REQ-VIDEO-LAYOUT is not what the specification says. */
    VIDEO_LAYOUT_FORM(Severity.ERROR, "4.4.6.2"),
    /** REQ-VIDEO-LAYOUT says only what holds without it. */
    NEEDLESS_VIDEO_LAYOUT(Severity.WARNING, "4.4.6.2"),
    /** A variant refers to a group that no EXT-X-MEDIA of that TYPE has. */
    UNKNOWN_GROUP(Severity.ERROR, "4.4.6.2"),
    /** CLOSED-CAPTIONS=NONE on some variants only. */
    CAPTIONS_NONE_ON_SOME(Severity.ERROR, "4.4.6.2"),
    /** EXT-X-I-FRAME-STREAM-INF has FRAME-RATE, AUDIO, SUBTITLES or CLOSED-CAPTIONS. */
    I_FRAME_ATTRIBUTE(Severity.ERROR, "4.4.6.3"),
    /** An alternative video rendition has no I-frame rendition of its NAME and LANGUAGE. */
    MISSING_I_FRAME_RENDITION(Severity.WARNING, "4.4.6.3"),
    /** EXT-X-SESSION-DATA has not exactly one of VALUE and URI. */
    SESSION_DATA_FORM(Severity.ERROR, "4.4.6.4"),
    /** Two EXT-X-SESSION-DATA of one DATA-ID and LANGUAGE. */
    DUPLICATE_SESSION_DATA(Severity.ERROR, "4.4.6.4"),
    /** FORMAT of EXT-X-SESSION-DATA has no effect without URI. */
    FORMAT_WITHOUT_URI(Severity.INFO, "4.4.6.4"),
    /** EXT-X-SESSION-KEY has METHOD=NONE. */
    SESSION_KEY_NONE(Severity.ERROR, "4.4.6.5"),
    /** Two EXT-X-SESSION-KEY are the same. */
    DUPLICATE_SESSION_KEY(Severity.ERROR, "4.4.6.5"),
    /** EXT-X-CONTENT-STEERING stands twice. */
    DUPLICATE_CONTENT_STEERING(Severity.ERROR, "4.4.6.6"),
    /** PATHWAY-ID of EXT-X-CONTENT-STEERING is that of no variant. */
    UNKNOWN_PATHWAY(Severity.ERROR, "4.4.6.6"),
    /** Pathways have other stable IDs, or variants or renditions without them. */
    PATHWAYS_DIFFER(Severity.WARNING, "7"),
    /** Media Playlists of a presentation have other target durations. */
    TARGET_DURATIONS_DIFFER(Severity.ERROR, "6.2.4"),
    /** Media Playlists of a presentation have other playlist types. */
    PLAYLIST_TYPES_DIFFER(Severity.ERROR, "6.2.4"),
    /** Media Playlists of a presentation have other Discontinuity Sequence Numbers for the same content. */
    DISCONTINUITIES_DIFFER(Severity.ERROR, "6.2.4"),
    /** A Media Playlist lacks content of another by more than a target duration, or within. */
    CONTENT_MISSING(Severity.ERROR, "6.2.4"),
    /** Media Playlists of a presentation map dates to content in other ways. */
    DATES_DIFFER(Severity.ERROR, "6.2.4"),
    /** Media Playlists of a presentation have other date ranges. */
    DATE_RANGES_DIFFER(Severity.ERROR, "6.2.4"),
    /** Media Playlists of a presentation have other EXT-X-SERVER-CONTROL. */
    SERVER_CONTROL_DIFFERS(Severity.ERROR, "6.2.4"),
    /** The Media Playlist of EXT-X-I-FRAME-STREAM-INF has no EXT-X-I-FRAMES-ONLY. */
    NO_I_FRAMES_ONLY(Severity.ERROR, "4.4.6.3"),
    /** EXT-X-SESSION-KEY says other than the EXT-X-KEY with its URI. */
    SESSION_KEY_DIFFERS(Severity.ERROR, "4.4.6.5"),
    /** The URI of a variant or rendition leads to no Media Playlist. */
    NOT_A_MEDIA_PLAYLIST(Severity.ERROR, "4.1"),
    /** A newer playlist differs from the older one in a way that is not allowed. */
    FORBIDDEN_EDIT(Severity.ERROR, "6.2.1"),
    /** A newer playlist has another target duration. */
    TARGET_DURATION_CHANGED(Severity.ERROR, "6.2.1"),
    /** A playlist of type VOD changed. */
    VOD_CHANGED(Severity.ERROR, "6.2.1"),
    /** A playlist of type EVENT lost or changed a segment. */
    EVENT_CHANGED(Severity.ERROR, "6.2.1"),
    /** Segments were removed from a playlist with EXT-X-PLAYLIST-TYPE. */
    TYPE_WITH_REMOVED_SEGMENTS(Severity.ERROR, "6.2.2"),
    /** EXT-X-MEDIA-SEQUENCE was not raised by the number of removed segments. */
    MEDIA_SEQUENCE_WRONG(Severity.ERROR, "6.2.2"),
    /** A Media Sequence Number stands for another segment than before. */
    SEGMENT_REPLACED(Severity.ERROR, "6.3.4"),
    /** A segment that was published has another duration or other tags. */
    SEGMENT_CHANGED(Severity.ERROR, "6.2.1"),
    /** Segments or Partial Segments were not removed in the order in which they appeared. */
    REMOVED_OUT_OF_ORDER(Severity.ERROR, "6.2.2"),
    /** After a removal less than three target durations are left. */
    TOO_SHORT_AFTER_REMOVAL(Severity.ERROR, "6.2.2"),
    /** EXT-X-DISCONTINUITY-SEQUENCE was not raised by the number of removed discontinuities. */
    DISCONTINUITY_SEQUENCE_WRONG(Severity.ERROR, "6.2.2"),
    /** A key that holds for a segment was removed. */
    KEY_LOST(Severity.ERROR, "6.2.3"),
    /** An EXT-X-MAP that holds for a segment was removed. */
    MAP_LOST(Severity.ERROR, "6.2.1"),
    /** A date range was removed while a segment lies within it. */
    DATE_RANGE_REMOVED_EARLY(Severity.ERROR, "6.2.1"),
    /** The ID of a date range stands for another one, or attributes of it changed or vanished. */
    DATE_RANGE_CHANGED(Severity.ERROR, "6.2.1"),
    /** A new date range stands between one with END-ON-NEXT and the one that follows it. */
    RANGE_BEFORE_FOLLOWING_RANGE(Severity.ERROR, "6.2.1"),
    /** A date range with PLANNED-DURATION went without DURATION or END-DATE. */
    PLANNED_RANGE_NOT_ENDED(Severity.WARNING, "6.2.1"),
    /** EXT-X-ENDLIST was taken back, or segments were added behind it. */
    CHANGED_AFTER_END(Severity.ERROR, "6.2.1"),
    /** No new segment came within one and a half target durations. */
    NEW_SEGMENT_LATE(Severity.ERROR, "6.2.1"),
    /** No new Partial Segment came within PART-TARGET. */
    NEW_PART_LATE(Severity.ERROR, "6.2.1"),
    /** What was hinted was published with another URI or range. */
    HINT_NOT_KEPT(Severity.ERROR, "4.4.5.3"),
    /** Partial Segments that were published of a segment are missing in it now that it is complete. */
    PARTS_OF_CLOSED_SEGMENT(Severity.WARNING, "3.2"),
    /** A Playlist Delta Update does not give the full playlist. */
    DELTA_UPDATE_WRONG(Severity.ERROR, "6.2.5.1"),
    /** A Playlist Delta Update has date ranges that it should skip, or does not list those that were removed. */
    DELTA_UPDATE_DATE_RANGES(Severity.ERROR, "6.2.5.1"),
    /** A stable ID stands for another variant or rendition than before. */
    STABLE_ID_CHANGED(Severity.WARNING, "4.4.6.1"),
    /** EXT-X-SERVER-CONTROL, EXT-X-PART-INF or EXT-X-VERSION changed. */
    SERVER_CONTROL_CHANGED(Severity.WARNING, "6.2.1"),
    /** A low-latency Media Playlist has no EXT-X-PROGRAM-DATE-TIME. */
    LOW_LATENCY_WITHOUT_DATES(Severity.WARNING, "B.1"),
    /** A low-latency Media Playlist that still grows has no EXT-X-PRELOAD-HINT for its next part. */
    LOW_LATENCY_WITHOUT_HINT(Severity.WARNING, "B.1"),
    /** The hinted part has another EXT-X-MAP that was not hinted. */
    LOW_LATENCY_WITHOUT_MAP_HINT(Severity.WARNING, "B.1"),
    /** A low-latency Media Playlist has no EXT-X-RENDITION-REPORT for another one. */
    MISSING_RENDITION_REPORT(Severity.ERROR, "B.1"),
    /** A low-latency Media Playlist does not offer CAN-BLOCK-RELOAD. */
    LOW_LATENCY_WITHOUT_BLOCKING(Severity.WARNING, "B.1"),
    /** A low-latency Media Playlist has another target duration than 6 seconds. */
    LOW_LATENCY_TARGET_DURATION(Severity.INFO, "B.1"),
    /** A variant has no AVERAGE-BANDWIDTH. */
    APPLE_AVERAGE_BANDWIDTH(Severity.WARNING, "Apple"),
    /** A variant with video has no RESOLUTION. */
    APPLE_RESOLUTION(Severity.WARNING, "Apple"),
    /** A variant with video has no FRAME-RATE. */
    APPLE_FRAME_RATE(Severity.WARNING, "Apple"),
    /** A Multivariant Playlist with video has no I-frame playlist. */
    APPLE_I_FRAMES(Severity.WARNING, "Apple"),
    /** A target duration that is far from the recommended 6 seconds. */
    APPLE_TARGET_DURATION(Severity.WARNING, "Apple"),
    /** A live playlist has no EXT-X-PROGRAM-DATE-TIME. */
    APPLE_LIVE_DATES(Severity.WARNING, "Apple"),
    /** A Multivariant Playlist has no EXT-X-INDEPENDENT-SEGMENTS. */
    APPLE_INDEPENDENT_SEGMENTS(Severity.WARNING, "Apple"),
    /** A variant with video has no VIDEO-RANGE while another one is not SDR. */
    APPLE_VIDEO_RANGE(Severity.WARNING, "Apple"),
    /** The text is longer than {@code ParseLimits.maxBytes}. */
    LIMIT_BYTES(Severity.ERROR, "limits"),
    /** A line is longer than {@code ParseLimits.maxLineBytes}. */
    LIMIT_LINE_BYTES(Severity.ERROR, "limits"),
    /** There are more lines than {@code ParseLimits.maxLines}. */
    LIMIT_LINES(Severity.ERROR, "limits"),
    /** There are more segments than {@code ParseLimits.maxSegments}. */
    LIMIT_SEGMENTS(Severity.ERROR, "limits"),
    /** A tag has more attributes than {@code ParseLimits.maxAttributes}. */
    LIMIT_ATTRIBUTES(Severity.ERROR, "limits");

    private final Severity severity;
    private final SpecReference section;

    DiagnosticCode(Severity severity, String section) {
        this.severity = severity;
        this.section = new SpecReference(section);
    }

    /** {@return how bad problems of this code are} */
    public Severity severity() {
        return severity;
    }

    /** {@return the section of the specification that is concerned} */
    public SpecReference section() {
        return section;
    }
}
