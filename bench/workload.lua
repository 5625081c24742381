-- Requests of one workload, the same for both servers: wrk -s workload.lua URL -- WORKLOAD [NAME:VALUE header ...]
local workload, seed, counter
local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json" }
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(arguments)
    workload = arguments[1]
    for i = 2, #arguments do
        local name, value = arguments[i]:match("^([^:]+):(.*)$")
        headers[name] = value
    end
    seed = os.time() * 10 + number
    math.randomseed(seed)
    counter = 0
end

local document = '{"title":"A title","status":"Open","grp":"Group 7","code":"C-1","city":"Turin","country":"Italy",'
    .. '"email":"alice@example.com","phone":"+39 011 1234567","qty":3,"stock":40,"rate":1.5,"amount":12.25,"percent":50,'
    .. '"active":1,"due":"2026-01-02","seen_at":"2026-01-02 03:04:05.123456","starts":"10:11:12","notes":"Some notes",'
    .. '"remarks":"Some remarks","colour":"#aabbcc"}'
local fields = "fields=%5B%22name%22%2C%22title%22%2C%22status%22%2C%22grp%22%2C%22amount%22%2C%22modified%22%5D"
local list = "/api/resource/Bench%20Record?" .. fields .. "&limit_page_length=20&order_by=modified%20desc&limit_start="

local function save(name, rows)
    local items = {}
    local qty = math.random(1, 1000)
    for i = 1, rows do
        items[i] = string.format('{"name":"%s-%d","idx":%d,"item_code":"code %d","qty":%d}', name, i, i, qty + i, qty)
    end
    local body = string.format('{"qty":%d,"items":[%s]}', qty, table.concat(items, ","))
    return wrk.format("PUT", "/api/resource/Bench%20Record/" .. name, headers, body)
end

local function events()
    local all = {}
    for i = 1, 500 do
        counter = counter + 1
        all[i] = string.format('{"event_id":"%x-%x-%x","event_type":"command","event_category":"code","event_name":"save",'
            .. '"timestamp":"2026-01-02 03:04:05","event_data":{"file":"src/main.py","language":"Python"}}',
            seed, counter, math.random(1, 0x7fffffff))
    end
    return wrk.format("POST", "/api/method/ai_assistant.api.analytics.track_batch_events", headers,
        '{"events":[' .. table.concat(all, ",") .. "]}")
end

local function encoded(text)
    return (text:gsub("[^%w%-_%.]", function(each) return string.format("%%%02X", each:byte()) end))
end

local reportview_fields = {}
for name in ("name title status grp amount modified"):gmatch("%a+") do
    reportview_fields[#reportview_fields + 1] = '"`tabBench Record`.`' .. name .. '`"'
end
local reportview = "/api/method/frappe.desk.reportview.get?doctype=Bench%20Record&page_length=20&fields="
    .. encoded("[" .. table.concat(reportview_fields, ",") .. "]") .. "&order_by="
    .. encoded("`tabBench Record`.`modified` desc") .. "&start="

local function quoted(text)
    return '"' .. text:gsub('"', '\\"') .. '"'
end

local function savedocs()
    counter = counter + 1
    local doc = string.format('{"doctype":"Bench Plain","name":"new-bench-plain-%d","__islocal":1,"__unsaved":1,%s', counter,
        document:sub(2))
    return wrk.format("POST", "/api/method/frappe.desk.form.save.savedocs", headers, '{"action":"Save","doc":' .. quoted(doc) .. "}")
end

local function upload()
    counter = counter + 1
    local name = string.format("%x-%d.txt", seed, counter)
    local part = '--boundary\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    local body = part:format("is_private", "", "1") .. part:format("file", '; filename="' .. name .. '"', name .. ("x"):rep(10000))
        .. "--boundary--\r\n"
    local form = {}
    for key, value in pairs(headers) do form[key] = value end
    form["Content-Type"] = "multipart/form-data; boundary=boundary"
    return wrk.format("POST", "/api/method/upload_file", form, body)
end

local requests = {
    ping = function() return wrk.format("GET", "/api/method/ping", headers) end,
    get = function()
        return wrk.format("GET", string.format("/api/resource/Bench%%20Plain/plain-%06d", math.random(1, 100000)), headers)
    end,
    get_children = function()
        return wrk.format("GET", string.format("/api/resource/Bench%%20Record/record-%06d", math.random(1, 100000)), headers)
    end,
    list = function() return wrk.format("GET", list .. math.random(0, 980), headers) end,
    list_permitted = function() return wrk.format("GET", list .. math.random(0, 980) .. "&groups=10", headers) end,
    count = function() return wrk.format("GET", "/api/method/frappe.client.get_count?doctype=Bench%20Record", headers) end,
    insert = function() return wrk.format("POST", "/api/resource/Bench%20Plain", headers, document) end,
    save_3 = function() return save(string.format("record-%06d", math.random(1, 100000)), 3) end,
    save_200 = function() return save(string.format("long-%03d", math.random(1, 200)), 200) end,
    events = events,
    login = function()
        return wrk.format("POST", "/api/method/login", headers, '{"usr":"alice@example.com","pwd":"Wonder-Land-77"}')
    end,
    getdoctype = function()
        return wrk.format("GET", "/api/method/frappe.desk.form.load.getdoctype?doctype=Bench%20Record&with_parent=1", headers)
    end,
    reportview = function() return wrk.format("GET", reportview .. math.random(0, 980), headers) end,
    savedocs = savedocs,
    search_link = function()
        return wrk.format("GET", string.format("/api/method/frappe.desk.search.search_link?doctype=Bench%%20Group&txt=p%%20%d",
            math.random(1, 9)), headers)
    end,
    upload = upload,
}
requests.get_beside_logins = requests.get

function request()
    return requests[workload]()
end

function done(summary, latency, _)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
        + summary.errors.status
    io.write(string.format("RESULT %.1f %.2f %.2f %d %d\n", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed, summary.requests))
end
