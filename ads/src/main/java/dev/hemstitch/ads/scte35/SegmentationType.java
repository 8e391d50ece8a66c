package dev.hemstitch.ads.scte35;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code segmentation_type_id}: what starts or ends. Any number is one; those that the standard has not named yet have no
 * name.
 *
 * @param id 8 bits
 */
public record SegmentationType(int id) {
    /** Where a break of the content starts; 0x23 ends it. */
    public static final SegmentationType BREAK_START = new SegmentationType(0x22);

    /** Where an ad of the provider starts; 0x31 ends it. */
    public static final SegmentationType PROVIDER_ADVERTISEMENT_START = new SegmentationType(0x30);

    /** Where an ad of the distributor starts; 0x33 ends it. */
    public static final SegmentationType DISTRIBUTOR_ADVERTISEMENT_START = new SegmentationType(0x32);

    /** Where the provider's ads may be placed; 0x35 ends it. */
    public static final SegmentationType PROVIDER_PLACEMENT_OPPORTUNITY_START = new SegmentationType(0x34);

    /** Where the distributor's ads may be placed; 0x37 ends it. */
    public static final SegmentationType DISTRIBUTOR_PLACEMENT_OPPORTUNITY_START = new SegmentationType(0x36);

    /** Where a block of the provider's ads starts; 0x45 ends it. */
    public static final SegmentationType PROVIDER_AD_BLOCK_START = new SegmentationType(0x44);

    /** Where a block of the distributor's ads starts; 0x47 ends it. */
    public static final SegmentationType DISTRIBUTOR_AD_BLOCK_START = new SegmentationType(0x46);

    /**
     * A type.
     *
     * @param id 8 bits
     * @throws IllegalArgumentException if the number is out of range
     */
    public SegmentationType {
        Ranges.bits(8, "segmentation_type_id", id);
    }

    /** {@return whether a break starts that ads fill: 0x22, 0x30, 0x32, 0x34, 0x36, 0x44, 0x46; overlays are none} */
    public boolean isOut() {
        return switch (id) {
            case 0x22, 0x30, 0x32, 0x34, 0x36, 0x44, 0x46 -> true;
            default -> false;
        };
    }

    /** {@return whether such a break ends: the number behind one that {@link #isOut}} */
    public boolean isIn() {
        return id > 0 && new SegmentationType(id - 1).isOut();
    }

    /** {@return what ends that which this starts, for all pairs of the standard; empty if this starts nothing} */
    public Optional<SegmentationType> end() {
        return isPairStart() ? Optional.of(new SegmentationType(id + 1)) : Optional.empty();
    }

    private boolean isPairStart() {
        boolean pairs = id == 0x10 || (id >= 0x20 && id <= 0x27) || (id >= 0x30 && id <= 0x47) || id == 0x50;
        return pairs && id % 2 == 0;
    }

    /** {@return the standard's name for it; empty if it has none} */
    public Optional<String> standardName() {
        String name = switch (id) {
            case 0x00 -> "Not Indicated";
            case 0x01 -> "Content Identification";
            case 0x02 -> "Private";
            case 0x10 -> "Program Start";
            case 0x11 -> "Program End";
            case 0x12 -> "Program Early Termination";
            case 0x13 -> "Program Breakaway";
            case 0x14 -> "Program Resumption";
            case 0x15 -> "Program Runover Planned";
            case 0x16 -> "Program Runover Unplanned";
            case 0x17 -> "Program Overlap Start";
            case 0x18 -> "Program Blackout Override";
            case 0x19 -> "Program Join";
            case 0x20, 0x21 -> "Chapter";
            case 0x22, 0x23 -> "Break";
            case 0x24, 0x25 -> "Opening Credit";
            case 0x26, 0x27 -> "Closing Credit";
            case 0x30, 0x31 -> "Provider Advertisement";
            case 0x32, 0x33 -> "Distributor Advertisement";
            case 0x34, 0x35 -> "Provider Placement Opportunity";
            case 0x36, 0x37 -> "Distributor Placement Opportunity";
            case 0x38, 0x39 -> "Provider Overlay Placement Opportunity";
            case 0x3A, 0x3B -> "Distributor Overlay Placement Opportunity";
            case 0x3C, 0x3D -> "Provider Promo";
            case 0x3E, 0x3F -> "Distributor Promo";
            case 0x40, 0x41 -> "Unscheduled Event";
            case 0x42, 0x43 -> "Alternate Content Opportunity";
            case 0x44, 0x45 -> "Provider Ad Block";
            case 0x46, 0x47 -> "Distributor Ad Block";
            case 0x50, 0x51 -> "Network";
            default -> "";
        };
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(id < 0x20 ? name : name + (id % 2 == 0 ? " Start" : " End"));
    }

    /** {@return the number as the standard writes it, {@code 0x34}, and its name} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "0x%02X", id)
                + standardName().map(name -> " " + name).orElse("");
    }
}
