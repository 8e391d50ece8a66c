package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.vast.VastError;
import dev.hemstitch.ads.vast.VastMacros;
import java.util.Optional;

/** Which error code of VAST tells why an ad does not play. */
final class ErrorCodes {
    private ErrorCodes() {}

    static VastError of(Optional<SkipReason> reason) {
        return reason.map(ErrorCodes::of).orElse(VastError.UNDEFINED);
    }

    private static VastError of(SkipReason reason) {
        return switch (reason) {
            case AD_UNAVAILABLE -> VastError.FILE_NOT_FOUND;
            case AD_UNREADABLE,
                    AD_EMPTY,
                    AD_IS_LIVE,
                    AD_TOO_LONG,
                    AD_HAS_GAPS,
                    AD_DISCONTINUITIES_DIFFER,
                    AD_DURATIONS_DIFFER,
                    AD_UNDEFINED_VARIABLE -> VastError.FILE_NOT_SHOWN;
            case NO_SUPPORTED_MEDIA_FILE,
                    NO_MATCHING_CONTAINER,
                    NO_MATCHING_CODEC,
                    NO_MATCHING_RENDITION,
                    MUXING_DIFFERS -> VastError.NO_SUPPORTED_FILE;
            case AD_NOT_LINEAR -> VastError.WRONG_LINEARITY;
            case DOES_NOT_FIT -> VastError.WRONG_DURATION;
            case TOO_MANY_ADS, BREAK_UNDERFILLED -> VastError.BREAK_SHORTENED;
            case DUPLICATE_CREATIVE, CATEGORY_REPEATED -> VastError.TRAFFICKING;
            default -> VastError.LINEAR;
        };
    }

    /** VMAP's code for anything that is not the fault of its response is the undefined error too. */
    static VastMacros ofBreak(VastMacros macros) {
        return macros.toBuilder().errorCode(VastError.UNDEFINED).build();
    }
}
