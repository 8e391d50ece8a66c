package dev.hemstitch.examples.kit.http;

import java.io.InputStream;
import java.util.Optional;

/**
 * A request, whatever server received it.
 *
 * @param method such as {@code GET}
 * @param path the path as it was sent, nothing decoded
 * @param query what stands behind the question mark as it was sent; empty if there is none
 * @param device what sent it
 * @param body its content; read only where one is expected, up to a limit, and left open
 */
public record ServiceRequest(String method, String path, Optional<String> query, Device device, InputStream body) {
    /**
     * The device of a viewer, which ad servers want to know.
     *
     * @param address its IP address, without brackets or zone
     * @param userAgent what its player calls itself; empty if it does not say
     */
    public record Device(String address, Optional<String> userAgent) {
        /**
         * A device.
         *
         * @param address its IP address; brackets and zone are taken off
         * @param userAgent what its player calls itself; empty if it does not say
         */
        public Device {
            address = IpAddress.bare(address).orElse(address);
        }
    }
}
