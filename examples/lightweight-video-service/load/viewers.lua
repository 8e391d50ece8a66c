-- Each request is of another of 10,000 viewers. wrk -s viewers.lua URL -- VIEWERS
local requests = {}
local next = 0

function init(args)
    for viewer = 1, tonumber(args[1] or 10000) do
        requests[viewer] = wrk.format("GET", wrk.path .. viewer)
    end
end

function request()
    next = next % #requests + 1
    return requests[next]
end
