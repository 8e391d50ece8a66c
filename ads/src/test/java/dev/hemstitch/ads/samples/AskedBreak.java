package dev.hemstitch.ads.samples;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A break as a test asks for it.
 *
 * @param seconds where on the timeline of the content; empty for its end
 * @param ads the names of the sample ads, in order
 */
record AskedBreak(Optional<BigDecimal> seconds, List<String> ads) {
    static AskedBreak at(String seconds, String... ads) {
        return new AskedBreak(Optional.of(new BigDecimal(seconds)), List.of(ads));
    }

    static AskedBreak atEnd(String... ads) {
        return new AskedBreak(Optional.empty(), List.of(ads));
    }

    AdBreak toBreak(Function<String, Ad> ad) {
        BreakPosition position = seconds.map(BreakPosition::ofSeconds).orElseGet(BreakPosition::end);
        return new AdBreak(position, ads.stream().map(ad).toList());
    }
}
