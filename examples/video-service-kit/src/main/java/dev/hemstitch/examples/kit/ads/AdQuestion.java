package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vmap.VmapAdBreak;
import dev.hemstitch.ads.vmap.VmapException;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.ads.vmap.VmapResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** A question for ads. Asked twice through the same answers, it gives the same breaks. */
@FunctionalInterface
public interface AdQuestion {
    /**
     * Asks.
     *
     * @param port what to ask through
     * @return the breaks; what is wrong with an ad is told in them
     * @throws IOException if there is no answer at all, or one that cannot be read
     */
    List<AdBreak> ask(AdPort port) throws IOException;

    /**
     * Which ads play in a piece of content, and where.
     *
     * @param vmap the URL of a VMAP response, perhaps with macros
     * @param content the content
     * @return the question
     */
    static AdQuestion vmap(String vmap, Presentation content) {
        return port -> {
            AdResponseSource.Fetched fetched = port.fetch(vmap);
            return port.resolver().resolve(read(fetched), fetched.uri(), content, opportunities(content));
        };
    }

    /**
     * Which ads a viewer sees before a channel or behind its end: those of the breaks of a VMAP response that are there. Its other
     * breaks have no place in what is live, and their ads are not got.
     *
     * @param vmap the URL of the response, perhaps with macros
     * @param channel the channel
     * @param position the start or the end
     * @return the question
     */
    static AdQuestion vmap(String vmap, Presentation channel, BreakPosition position) {
        return port -> {
            AdResponseSource.Fetched fetched = port.fetch(vmap);
            VmapResponse all = read(fetched);
            List<VmapAdBreak> there = all.adBreaks().stream()
                    .filter(each -> each.position().equals(position))
                    .toList();
            VmapResponse thereOnly = new VmapResponse(all.version(), there, all.extensions(), all.problems());
            return port.resolver().resolve(thereOnly, fetched.uri(), channel, List.of()).stream()
                    .filter(each -> each.position().equals(position)) // none of those that repeat it elsewhere
                    .toList();
        };
    }

    private static VmapResponse read(AdResponseSource.Fetched fetched) throws IOException {
        try {
            return VmapParser.create().parse(fetched.bytes());
        } catch (VmapException e) {
            throw new IOException("the answer is no VMAP", e);
        }
    }

    /** What VMAP's positions such as {@code #2} mean: the places that cue markers in the content show. */
    private static List<BreakPosition> opportunities(Presentation content) {
        return CueReader.withDefaults().read(content.reference().playlist()).breaks().stream()
                .map(signalled -> signalled.toAdBreak(List.of()).position())
                .toList();
    }

    /**
     * Which ads play in the breaks that recorded content signals with their lengths, and which slate fills the rest of them.
     *
     * @param adTag the URL of a VAST response for one break, perhaps with macros
     * @param content the content
     * @param fits whether a slate goes with it
     * @return the question
     */
    static AdQuestion signalledIn(String adTag, Presentation content, Predicate<Ad> fits) {
        return port -> {
            AdBreakResolver resolver = port.fillingResolver(fits);
            return CueReader.withDefaults().read(content.reference().playlist()).breaks().stream()
                    .filter(signalled -> !signalled.isInsertionPoint()
                            && signalled.untilNanos().isPresent())
                    .map(signalled -> resolver.load(adTag, signalled))
                    .toList();
        };
    }

    /**
     * Which ads play in a break that live content signals.
     *
     * @param adTag the URL of a VAST response, perhaps with macros
     * @param signalled the break
     * @return the question
     */
    static AdQuestion signalled(String adTag, SignalledBreak signalled) {
        return port -> List.of(port.resolver().load(adTag, signalled));
    }
}
