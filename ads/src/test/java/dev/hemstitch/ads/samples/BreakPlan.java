package dev.hemstitch.ads.samples;

import java.util.List;

/** Breaks to ask for: in any order, not all at segment boundaries, and none that is refused with any sample. */
enum BreakPlan {
    PRE,
    MID,
    POST,
    PRE_MID_AND_POST,
    TWO_MIDS;

    List<AskedBreak> breaks() {
        return switch (this) {
            case PRE -> List.of(AskedBreak.at("0", "ad-10"));
            case MID -> List.of(AskedBreak.at("6.6", "ad-15", "ad-10"));
            case POST -> List.of(AskedBreak.atEnd("ad-15"));
            case PRE_MID_AND_POST ->
                List.of(
                        AskedBreak.atEnd("ad-15"),
                        AskedBreak.at("0", "ad-10"),
                        AskedBreak.at("11.3", "ad-15", "ad-10"));
            case TWO_MIDS -> List.of(AskedBreak.at("22.9", "ad-10"), AskedBreak.at("4.2", "ad-15"));
        };
    }
}
