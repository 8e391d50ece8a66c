-- As viewers.lua, but no faster than a hundred requests a second for each four connections.
dofile("load/viewers.lua")

function delay()
    return 40
end
