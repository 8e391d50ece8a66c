package dev.hemstitch.ads.vast;

/** What can be wrong with an ad response or an ad: the error codes of VAST 4.3, section 2.3.6.3, that concern linear ads. */
public enum VastError {
    /** 100: the response is no XML that can be read. */
    XML_PARSING(100),
    /** 101: the response is XML, but not what VAST says. */
    SCHEMA(101),
    /** 102: the response is of a version that is not supported. */
    VERSION_NOT_SUPPORTED(102),
    /** 200: an ad of a type that was not expected, or that cannot be played. */
    TRAFFICKING(200),
    /** 201: a linear ad was expected, or was not. */
    WRONG_LINEARITY(201),
    /** 202: the ad has another duration than was expected. */
    WRONG_DURATION(202),
    /** 203: the ad has another size than was expected. */
    WRONG_SIZE(203),
    /** 204: the ad says no category, but one is required. */
    CATEGORY_MISSING(204),
    /** 205: the ad is of a category that a wrapper blocks. */
    CATEGORY_BLOCKED(205),
    /** 206: the break was shortened, and the ad was not played. */
    BREAK_SHORTENED(206),
    /** 300: something is wrong with a wrapper. */
    WRAPPER(300),
    /** 301: what a wrapper names could not be had, or not in time. */
    WRAPPER_TIMEOUT(301),
    /** 302: more wrappers in a row than are followed. */
    WRAPPER_LIMIT(302),
    /** 303: there is no ad behind one or more wrappers. */
    NO_AD(303),
    /** 304: the ad could not be shown within the time that was set. */
    NOT_IN_TIME(304),
    /** 400: the linear ad cannot be shown. */
    LINEAR(400),
    /** 401: the media file is not there. */
    FILE_NOT_FOUND(401),
    /** 402: the media file does not come in time. */
    FILE_TIMEOUT(402),
    /** 403: no media file is of a type that is supported. */
    NO_SUPPORTED_FILE(403),
    /** 405: a media file of a supported type cannot be shown. */
    FILE_NOT_SHOWN(405),
    /** 406: a mezzanine is required, and there is none. */
    MEZZANINE_MISSING(406),
    /** 407: the mezzanine is being fetched; the ad is not played this time. */
    MEZZANINE_PENDING(407),
    /** 408: the ad was rejected because it is conditional. */
    CONDITIONAL_AD_REJECTED(408),
    /** 409: the interactive creative file was not executed. */
    INTERACTIVE_NOT_EXECUTED(409),
    /** 410: the verification was not executed. */
    VERIFICATION_NOT_EXECUTED(410),
    /** 411: the mezzanine is not what the specification asks for. */
    MEZZANINE_INVALID(411),
    /** 500: something is wrong with a nonlinear ad. */
    NON_LINEAR(500),
    /** 501: a nonlinear ad is too large for the place it has. */
    NON_LINEAR_SIZE(501),
    /** 502: what a nonlinear ad names could not be had. */
    NON_LINEAR_UNAVAILABLE(502),
    /** 503: a nonlinear ad has nothing of a type that is supported. */
    NON_LINEAR_UNSUPPORTED(503),
    /** 600: something is wrong with a companion. */
    COMPANION(600),
    /** 601: there is no place for a companion of this size. */
    COMPANION_SIZE(601),
    /** 602: a required companion cannot be shown. */
    REQUIRED_COMPANION(602),
    /** 603: what a companion names could not be had. */
    COMPANION_UNAVAILABLE(603),
    /** 604: a companion has nothing of a type that is supported. */
    COMPANION_UNSUPPORTED(604),
    /** 900: anything else. */
    UNDEFINED(900),
    /** 901: something is wrong with a VPAID unit. */
    VPAID(901),
    /** 902: something is wrong with an interactive creative file. */
    INTERACTIVE(902);

    private final int code;

    VastError(int code) {
        this.code = code;
    }

    /** {@return the number that error URLs get, 100 to 902} */
    public int code() {
        return code;
    }
}
