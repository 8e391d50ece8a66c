package dev.hemstitch.ads.scte35;

/**
 * Where a segment may be delivered.
 *
 * @param webDeliveryAllowedFlag whether over the internet
 * @param noRegionalBlackoutFlag whether everywhere
 * @param archiveAllowedFlag whether it may be recorded
 * @param deviceRestrictions 2 bits: 0, 1, 2 a group of devices that is restricted, 3 none
 */
public record DeliveryRestrictions(
        boolean webDeliveryAllowedFlag,
        boolean noRegionalBlackoutFlag,
        boolean archiveAllowedFlag,
        int deviceRestrictions) {
    /**
     * Restrictions.
     *
     * @param webDeliveryAllowedFlag whether over the internet
     * @param noRegionalBlackoutFlag whether everywhere
     * @param archiveAllowedFlag whether it may be recorded
     * @param deviceRestrictions 2 bits: 3 for none
     * @throws IllegalArgumentException if the number is out of range
     */
    public DeliveryRestrictions {
        Ranges.bits(2, "device_restrictions", deviceRestrictions);
    }

    static DeliveryRestrictions of(int fiveBits) {
        return new DeliveryRestrictions((fiveBits & 16) != 0, (fiveBits & 8) != 0, (fiveBits & 4) != 0, fiveBits & 3);
    }

    void write(BitWriter out) {
        out.flag(webDeliveryAllowedFlag);
        out.flag(noRegionalBlackoutFlag);
        out.flag(archiveAllowedFlag);
        out.bits(2, deviceRestrictions);
    }
}
