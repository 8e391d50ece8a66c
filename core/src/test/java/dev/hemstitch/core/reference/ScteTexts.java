package dev.hemstitch.core.reference;

/** Whole splice_info_sections with valid checksums, as hexadecimal-sequences. */
final class ScteTexts {
    /** A splice_insert that starts a break of 60 s. */
    static final String SPLICE_INSERT =
            "0xFC302F000000000000FFFFF014054800008F7FEFFE7369C02EFE0052CCF500000000000A0008435545490000013562DBA30A";

    /** A time_signal with the start of a provider placement opportunity. */
    static final String PLACEMENT_START =
            "0xFC3034000000000000FFFFF00506FE72BD0050001E021C435545494800008E7FCF0001A599B0"
                    + "0808000000002CA0A18A3402009AC9D17E";

    /** A time_signal with the end of a provider placement opportunity. */
    static final String PLACEMENT_END =
            "0xFC302F000000000000FFFFF00506FE746290A000190217435545494800008E7F9F0808000000002C"
                    + "A0A18A350200A9CC6758";

    private ScteTexts() {}
}
