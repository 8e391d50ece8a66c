package dev.hemstitch.examples.kit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text. No name is ever looked up. */
public final class IpAddress {
    private static final String NUMBER = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){3}");
    private static final Pattern LIKE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private IpAddress() {}

    /**
     * The address alone, as ad servers want it: servers write IPv6 in brackets, as in URLs, and a zone means nothing elsewhere.
     *
     * @param text an address, perhaps in brackets, perhaps with a zone; or anything else
     * @return the address without them; empty if it is none
     */
    public static Optional<String> bare(String text) {
        boolean isInBrackets = text.startsWith("[") && text.endsWith("]");
        String inside = isInBrackets ? text.substring(1, text.length() - 1) : text;
        int zone = inside.indexOf('%');
        String bare = zone < 0 ? inside : inside.substring(0, zone);
        return IPV4.matcher(bare).matches() || isIpv6(bare) ? Optional.of(bare) : Optional.empty();
    }

    private static boolean isIpv6(String text) {
        try {
            // In brackets nothing but an IPv6 address is taken for one.
            return LIKE_IPV6.matcher(text).matches() && InetAddress.getByName('[' + text + ']') != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
