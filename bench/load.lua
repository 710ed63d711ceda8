-- Sends reports that are valid, each with words and a sender of its own. Arguments: a number that no other run has, and
-- a file for the receipts of all that were accepted (none: they are not kept).
local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

local run
local sent = 0

function init(arguments)
  run = tonumber(arguments[1])
  if arguments[2] then
    local receipts = io.open(arguments[2], "a")
    function response(status, _, body)  -- where this is not defined, wrk does not read answers
      if status == 202 then
        receipts:write(body, "\n")
        receipts:flush()
      end
    end
  end
end

local report = '{"article":"articles/%s.md","helpful":false,"kind":"outdated","passage":"Half of it is gone after six hours.",'
  .. '"comment":"Report %d: a guideline of this year says something else about the figure in the second section.",'
  .. '"language":"en","website":"","elapsed":%d.5}'

function request()
  sent = sent + 1
  local number = (run * 10 + id) * 1000000 + sent
  local headers = { ["Content-Type"] = "application/json" }
  -- Readers come from different addresses, as a proxy would say.
  headers["X-Forwarded-For"] = string.format("10.%d.%d.%d", number / 65536 % 256, number / 256 % 256, number % 256)
  local article = string.format("example-%02d", number % 50)
  return wrk.format("POST", "/feedback", headers, string.format(report, article, number, 10 + number % 50))
end
