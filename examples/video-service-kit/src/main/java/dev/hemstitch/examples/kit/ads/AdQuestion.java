package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vmap.VmapException;
import dev.hemstitch.ads.vmap.VmapParser;
import java.io.IOException;
import java.util.List;

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
            try {
                return port.resolver()
                        .resolve(
                                VmapParser.create().parse(fetched.bytes()),
                                fetched.uri(),
                                content,
                                opportunities(content));
            } catch (VmapException e) {
                throw new IOException("the answer is no VMAP", e);
            }
        };
    }

    /** What VMAP's positions such as {@code #2} mean: the places that cue markers in the content show. */
    private static List<BreakPosition> opportunities(Presentation content) {
        return CueReader.withDefaults().read(content.reference().playlist()).breaks().stream()
                .map(signalled -> signalled.toAdBreak(List.of()).position())
                .toList();
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
