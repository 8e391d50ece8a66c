package dev.hemstitch.examples.kit.live;

import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.titles.Title;
import java.time.Duration;

/**
 * A rendition that a viewer asks for.
 *
 * @param title the title
 * @param channel the same as its origin describes it
 * @param rendition the rendition's name
 * @param viewer who asks
 * @param device with what
 * @param window for how long what is listed of it stays listed
 */
record AskedRendition(
        Title title, LiveChannel channel, String rendition, ViewerToken viewer, Device device, Duration window) {
    /**
     * What an id begins with that is only the number of a segment: in another rendition that is the number of another break. Ids of
     * breaks hold no line break.
     */
    private static final String NUMBER = "msn-";

    String session() {
        return title.id() + '/' + viewer.value();
    }

    /** What the state is called in the store. */
    String state() {
        return "live/" + session();
    }

    /** What the keys begin with under which the answers for this viewer's breaks are stored. */
    String breaks() {
        return "breaks/" + session() + '/';
    }

    /** What a break is called in all renditions that know it by the same id. */
    String nameOf(String breakId) {
        return isNumber(breakId) ? breakId + '\n' + rendition : breakId;
    }

    /** Whether a break that was seen in another request for the same channel has the same id here. */
    boolean knows(String breakId, AskedRendition other) {
        return title.id().equals(other.title.id()) && (!isNumber(breakId) || rendition.equals(other.rendition));
    }

    private static boolean isNumber(String breakId) {
        return breakId.startsWith(NUMBER);
    }

    String key() {
        return session() + '/' + rendition;
    }
}
