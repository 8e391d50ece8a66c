package dev.hemstitch.ads.simulator;

/** The tags that say where a break is. */
public enum CueForm {
    /** EXT-X-CUE-OUT with seconds, EXT-X-CUE-OUT-CONT with {@code elapsed/duration}, EXT-X-CUE-IN. */
    CUE_OUT,
    /** The same with attributes. */
    CUE_OUT_ATTRIBUTES,
    /** EXT-OATCLS-SCTE35 before EXT-X-CUE-OUT. */
    OATCLS,
    /** EXT-X-DATERANGE with SCTE35-OUT and SCTE35-IN; only in channels with dates. */
    DATERANGE,
    /** EXT-X-SCTE35 with CUE-OUT and CUE-IN. */
    SCTE35,
    /** EXT-X-CUE with TYPE and DURATION, which marks no end: only for breaks that end where they said. */
    ADOBE
}
