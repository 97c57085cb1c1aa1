# What stands around the pictures that `beian graph` draws.

graph-title = The flow
graph-legend =
    Each picture shows a stage's questions in their order. `when` says under which answers or facts a question is asked; otherwise it is passed over. Boxes are questions, round ones something to read and confirm. Hexagons are stops that ask again what led to them, pills end the filing or lead on to another stage. Notes list the facts that steer here, each with the answers it follows from.
graph-overview = Overview
graph-when = when { $when }
graph-optional = optional
graph-personal = personal
graph-reopens = asks again: { $fields }
graph-any = any stage
graph-beside = beside
graph-each = one for each of { $count } categories
