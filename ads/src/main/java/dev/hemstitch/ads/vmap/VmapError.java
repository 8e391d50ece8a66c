package dev.hemstitch.ads.vmap;

/** What can be wrong with a VMAP response: the error codes of VMAP 1.0.1, section 2.5. */
public enum VmapError {
    /** 900: anything else. */
    UNDEFINED(900),
    /** 1000: the response is XML, but not what VMAP says. */
    SCHEMA(1000),
    /** 1001: the response is of a version that is not supported. */
    VERSION_NOT_SUPPORTED(1001),
    /** 1002: the response is no XML that can be read. */
    PARSING(1002),
    /** 1003: a break is of a type that is not supported. */
    BREAK_TYPE_NOT_SUPPORTED(1003),
    /** 1004: something is wrong with an ad response. */
    AD_RESPONSE(1004),
    /** 1005: an ad response is made after a template that is not supported. */
    TEMPLATE_TYPE_NOT_SUPPORTED(1005),
    /** 1006: an ad response that stands in the VMAP response cannot be read. */
    AD_RESPONSE_UNREADABLE(1006),
    /** 1007: an ad response does not come in time. */
    AD_RESPONSE_TIMEOUT(1007),
    /** 1008: an ad response could not be had. */
    AD_RESPONSE_UNAVAILABLE(1008);

    private final int code;

    VmapError(int code) {
        this.code = code;
    }

    /** {@return the number that error URLs get} */
    public int code() {
        return code;
    }
}
