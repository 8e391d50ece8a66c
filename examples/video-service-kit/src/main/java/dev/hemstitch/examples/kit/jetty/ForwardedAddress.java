package dev.hemstitch.examples.kit.jetty;

import dev.hemstitch.examples.kit.http.IpAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Request;

/**
 * Takes the viewer's address from what a proxy says. What is no address, such as {@code unknown} or what a client wrote and the
 * proxy passed on, is not believed: the connection's own address holds.
 */
final class ForwardedAddress extends ForwardedRequestCustomizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Request forwarded = super.customize(request, responseHeaders);
        return IpAddress.bare(Request.getRemoteAddr(forwarded)).isPresent() ? forwarded : request;
    }
}
