-- Each request is of another of 10,000 viewers. wrk -s viewers.lua URL -- VIEWERS
local viewers = 10000
local next = 0
local path = ""

function init(args)
    viewers = tonumber(args[1] or viewers)
    path = wrk.path
end

function request()
    next = next % viewers + 1
    return wrk.format("GET", path .. next)
end
