package dev.hemstitch.examples.kit.live;

import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.titles.Title;

/**
 * A rendition that a viewer asks for.
 *
 * @param title the title
 * @param channel the same as its origin describes it
 * @param rendition the rendition's name
 * @param viewer who asks
 * @param device with what
 */
record AskedRendition(Title title, LiveChannel channel, String rendition, ViewerToken viewer, Device device) {
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

    String key() {
        return session() + '/' + rendition;
    }

    /** Where its snapshots are. */
    String uri() {
        return channel.uri(rendition);
    }
}
